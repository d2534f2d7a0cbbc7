using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Staff as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_0400_Staff")]
public sealed class StaffTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "sign_in_tries",
            columns: t => new
            {
                account = t.Column<byte[]>(nullable: false),
                source = t.Column<byte[]>(nullable: false),
                failures = t.Column<int>(nullable: false),
                last_at = t.Column<DateTime>(nullable: false),
                wait_until = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_sign_in_tries", x => new { x.account, x.source }));
        migrationBuilder.CreateIndex("ix_sign_in_tries_last_at", "sign_in_tries", "last_at");

        migrationBuilder.CreateTable(
            name: "staff_member",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                user_name = t.Column<string>(nullable: false),
                normalized_user_name = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                password_hash = t.Column<string>(nullable: true),
                security_stamp = t.Column<string>(nullable: false),
                is_active = t.Column<bool>(nullable: false),
                reads_sensitive = t.Column<bool>(nullable: false),
                language = t.Column<string>(nullable: false),
                set_up_token_hash = t.Column<byte[]>(nullable: true),
                set_up_token_expires = t.Column<DateTime>(nullable: true),
                chat_code_hash = t.Column<byte[]>(nullable: true),
                chat_code_expires = t.Column<DateTime>(nullable: true),
                created_at = t.Column<DateTime>(nullable: false),
                signed_in_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_staff_member", x => x.id));
        migrationBuilder.CreateIndex("ix_staff_member_chat_code_hash", "staff_member", "chat_code_hash", unique: true);
        migrationBuilder.CreateIndex("ix_staff_member_normalized_user_name", "staff_member", "normalized_user_name", unique: true);
        migrationBuilder.CreateIndex("ix_staff_member_set_up_token_hash", "staff_member", "set_up_token_hash", unique: true);

        migrationBuilder.CreateTable(
            name: "staff_role",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                staff_id = t.Column<Guid>(nullable: false),
                role = t.Column<string>(nullable: false),
                area_code = t.Column<string>(nullable: false),
                valid_from = t.Column<DateOnly>(nullable: true),
                valid_to = t.Column<DateOnly>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_staff_role", x => x.id);
                t.ForeignKey("fk_staff_role_staff_id", x => x.staff_id, "staff_member", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_staff_role_area_code", "staff_role", "area_code");
        migrationBuilder.CreateIndex("ix_staff_role_staff_id_role_area_code", "staff_role", ["staff_id", "role", "area_code"], unique: true);

        migrationBuilder.CreateTable(
            name: "staff_session",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                staff_id = t.Column<Guid>(nullable: false),
                started_at = t.Column<DateTime>(nullable: false),
                ended_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_staff_session", x => x.id);
                t.ForeignKey("fk_staff_session_staff_id", x => x.staff_id, "staff_member", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_staff_session_staff_id_id", "staff_session", ["staff_id", "id"]);
    }
}
