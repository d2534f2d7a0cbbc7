using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Where staff put a complaint whose village was not known, or was another.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261202_0100_Placement")]
public sealed class PlacementTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "placement",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                from_code = t.Column<string>(nullable: false),
                to_code = t.Column<string>(nullable: false),
                note_id = t.Column<Guid>(nullable: true),
                staff_id = t.Column<Guid>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_placement", x => x.id));
        migrationBuilder.CreateIndex("ix_placement_complaint_id_id", "placement", ["complaint_id", "id"]);
    }
}
