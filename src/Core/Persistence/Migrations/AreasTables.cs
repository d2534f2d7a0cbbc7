using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Areas as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_0300_Areas")]
public sealed class AreasTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "area",
            columns: t => new
            {
                code = t.Column<string>(nullable: false),
                parent_code = t.Column<string>(nullable: true),
                level = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                folded_name = t.Column<string>(nullable: false),
                time_zone_id = t.Column<string>(nullable: true),
                valid_from = t.Column<DateOnly>(nullable: true),
                valid_to = t.Column<DateOnly>(nullable: true),
                successor_code = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_area", x => x.code));
        migrationBuilder.CreateIndex("ix_area_parent_code_folded_name", "area", ["parent_code", "folded_name"]);
    }
}
