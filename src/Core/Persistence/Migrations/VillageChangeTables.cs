using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Villages that are renamed, merged and split: what they were called, what was decided and why, and where they lie on the map.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261205_0300_VillageChanges")]
public sealed class VillageChangeTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("origin_code", "area", nullable: true);
        migrationBuilder.AddColumn<double>("latitude", "area", nullable: true);
        migrationBuilder.AddColumn<double>("longitude", "area", nullable: true);
        migrationBuilder.AddColumn<int>("version", "area", nullable: false, defaultValue: 0);

        migrationBuilder.CreateTable(
            name: "area_former_name",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                area_code = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                until = t.Column<DateOnly>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_area_former_name", x => x.id));
        migrationBuilder.CreateIndex("ix_area_former_name_area_code", "area_former_name", "area_code");

        migrationBuilder.CreateTable(
            name: "area_decision",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                area_code = t.Column<string>(nullable: false),
                kind = t.Column<string>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
                decided_by = t.Column<Guid>(nullable: true),
                day = t.Column<DateOnly>(nullable: true),
                before = t.Column<string>(nullable: true),
                after = t.Column<string>(nullable: true),
                roles = t.Column<string>(nullable: true),
                undoes = t.Column<Guid>(nullable: true),
                reason = t.Column<byte[]>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_area_decision", x => x.id));
        migrationBuilder.CreateIndex("ix_area_decision_area_code_id", "area_decision", ["area_code", "id"]);
        migrationBuilder.CreateIndex("ix_area_decision_undoes", "area_decision", "undoes", unique: true, filter: "undoes is not null");
        AppendOnly.Protect(migrationBuilder, "area_decision");
    }
}
