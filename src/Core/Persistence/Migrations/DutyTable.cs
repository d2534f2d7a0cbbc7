using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Who is called in an emergency of an area, and when.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261205_0210_Duty")]
public sealed class DutyTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "duty_entry",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                area_code = t.Column<string>(nullable: false),
                staff_id = t.Column<Guid>(nullable: true),
                name = t.Column<byte[]>(nullable: true),
                phone = t.Column<byte[]>(nullable: true),
                from_day = t.Column<DateOnly>(nullable: true),
                to_day = t.Column<DateOnly>(nullable: true),
                hours = t.Column<string>(nullable: true),
                added_at = t.Column<DateTime>(nullable: false),
                removed_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_duty_entry", x => x.id);
                t.ForeignKey("fk_duty_entry_staff_id", x => x.staff_id, "staff_member", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_duty_entry_running", "duty_entry", "area_code", filter: "removed_at is null");
        migrationBuilder.CreateIndex("ix_duty_entry_staff_id", "duty_entry", "staff_id");
    }
}
