using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>
/// Wrong passwords are counted by name and source. The two columns that closed an account for everybody go: one of them may
/// not be null, so that accounts could no longer be made without it.
/// </summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0041_SignInTries")]
public sealed class M0041SignInTries : Migration
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
        migrationBuilder.Sql("alter table staff_member drop column access_failed_count");
        migrationBuilder.Sql("alter table staff_member drop column lockout_end");
    }
}
