using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>What offices settle on screens, why, and by which calendar each promise counts.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261204_0200_Settings")]
public sealed class SettingsTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "setting",
            columns: t => new
            {
                code = t.Column<string>(nullable: false),
                area_code = t.Column<string>(nullable: false),
                value = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_setting", x => new { x.code, x.area_code }));
        migrationBuilder.CreateTable(
            name: "setting_decision",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                code = t.Column<string>(nullable: false),
                area_code = t.Column<string>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
                decided_by = t.Column<Guid>(nullable: false),
                before = t.Column<string>(nullable: true),
                after = t.Column<string>(nullable: true),
                reason = t.Column<byte[]>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_setting_decision", x => x.id));
        migrationBuilder.CreateIndex("ix_setting_decision_code_area_code_id", "setting_decision", ["code", "area_code", "id"]);
        AppendOnly.Protect(migrationBuilder, "setting_decision");

        migrationBuilder.AddColumn<string>("promise_calendar", "complaint", nullable: false, defaultValue: "");
        migrationBuilder.Sql(
            "update complaint set promise_calendar = coalesce((select s.calendar from promise_segment s where s.complaint_id = complaint.id order by s.id desc limit 1), '')");
        migrationBuilder.CreateIndex("ix_complaint_promise_calendar", "complaint", ["promise_calendar", "id"], filter: "status_type = 'open'");
    }
}
