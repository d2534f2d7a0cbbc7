using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Families that a new list of the poverty data no longer has.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261207_0110_Vanished")]
public sealed class VanishedTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "vanished_family",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                snapshot_id = t.Column<Guid>(nullable: false),
                entry_id = t.Column<Guid>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: false),
                village_code = t.Column<string>(nullable: false),
                found_at = t.Column<DateTime>(nullable: false),
                outcome = t.Column<string>(nullable: true),
                words = t.Column<byte[]>(nullable: true),
                ended_at = t.Column<DateTime>(nullable: true),
                ended_by = t.Column<Guid>(nullable: true),
                back_in = t.Column<Guid>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_vanished_family", x => x.id));
        migrationBuilder.CreateIndex("ix_vanished_family_snapshot_id_entry_id", "vanished_family", ["snapshot_id", "entry_id"], unique: true);
        migrationBuilder.CreateIndex("ix_vanished_family_entry_id", "vanished_family", "entry_id");
        migrationBuilder.CreateIndex("ix_vanished_family_back_in", "vanished_family", "back_in", filter: "back_in is not null");
        // Counted by village without reading rows: SQLite looks at what an index leaves out all the same, unless it stands in it.
        migrationBuilder.CreateIndex("ix_vanished_family_open_regency", "vanished_family", ["regency_code", "village_code", "ended_at"], filter: "ended_at is null");
        migrationBuilder.CreateIndex("ix_vanished_family_open_district", "vanished_family", ["district_code", "village_code", "ended_at"], filter: "ended_at is null");
        migrationBuilder.CreateIndex("ix_vanished_family_open_village", "vanished_family", ["village_code", "id", "ended_at"], filter: "ended_at is null");
        migrationBuilder.CreateIndex("ix_vanished_family_seen_village", "vanished_family", ["village_code", "ended_at"], filter: "outcome is not null");
    }
}
