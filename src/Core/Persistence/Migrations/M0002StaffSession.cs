using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

[DbContext(typeof(SlrtDbContext))]
[Migration("0002_StaffSession")]
public sealed class M0002StaffSession : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
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
