using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>News that somebody carries to a resident whom no chat reaches.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261203_0200_Tellings")]
public sealed class TellingTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "telling",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: false),
                village_code = t.Column<string>(nullable: false),
                is_sensitive = t.Column<bool>(nullable: false),
                concerns = t.Column<string>(nullable: true),
                concerns_staff_id = t.Column<Guid>(nullable: true),
                reason = t.Column<string>(nullable: false),
                words = t.Column<byte[]>(nullable: true),
                asked_at = t.Column<DateTime>(nullable: false),
                tries = t.Column<int>(nullable: false),
                outcome = t.Column<string>(nullable: true),
                whom = t.Column<string>(nullable: true),
                understood = t.Column<bool>(nullable: true),
                received = t.Column<string>(nullable: true),
                note = t.Column<byte[]>(nullable: true),
                told_by = t.Column<Guid>(nullable: true),
                told_on = t.Column<DateOnly>(nullable: true),
                ended_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_telling", x => x.id));
        migrationBuilder.CreateIndex("ix_telling_complaint_id_id", "telling", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_telling_waiting", "telling", "complaint_id", unique: true, filter: "ended_at is null");
        foreach (var level in new[] { "regency", "district", "village" })
        {
            migrationBuilder.CreateIndex($"ix_telling_waiting_{level}", "telling", [$"{level}_code", "id"], filter: "ended_at is null");
        }
    }
}
