using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>What is done after a new list came, and what it changed for open complaints.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261207_0100_Rechecks")]
public sealed class RecheckTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "list_follow_up",
            columns: t => new
            {
                snapshot_id = t.Column<Guid>(nullable: false),
                step = t.Column<string>(nullable: false),
                position = t.Column<Guid>(nullable: false),
                ended_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_list_follow_up", x => new { x.snapshot_id, x.step }));

        migrationBuilder.CreateTable(
            name: "recheck",
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
                recused = t.Column<string>(nullable: true),
                snapshot_id = t.Column<Guid>(nullable: false),
                check_id = t.Column<Guid>(nullable: false),
                before_outcome = t.Column<string>(nullable: false),
                after_outcome = t.Column<string>(nullable: false),
                before_source = t.Column<string>(nullable: true),
                after_source = t.Column<string>(nullable: true),
                details = t.Column<byte[]>(nullable: true),
                state = t.Column<string>(nullable: false),
                made_at = t.Column<DateTime>(nullable: false),
                ended_at = t.Column<DateTime>(nullable: true),
                ended_by = t.Column<Guid>(nullable: true),
                message_id = t.Column<Guid>(nullable: true),
                lapsed_by = t.Column<Guid>(nullable: true),
                words = t.Column<byte[]>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_recheck", x => x.id));
        migrationBuilder.CreateIndex("ix_recheck_snapshot_id_complaint_id", "recheck", ["snapshot_id", "complaint_id"], unique: true);
        migrationBuilder.CreateIndex("ix_recheck_complaint_id_id", "recheck", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_recheck_open", "recheck", "complaint_id", unique: true, filter: "ended_at is null");
        migrationBuilder.CreateIndex("ix_recheck_lapsed_by", "recheck", "lapsed_by", filter: "lapsed_by is not null");
        // By village, newest first, however wide the reader's area is.
        migrationBuilder.CreateIndex("ix_recheck_open_regency", "recheck", ["regency_code", "village_code", "id"], filter: "ended_at is null", descending: [false, false, true]);
        migrationBuilder.CreateIndex("ix_recheck_open_district", "recheck", ["district_code", "village_code", "id"], filter: "ended_at is null", descending: [false, false, true]);
        migrationBuilder.CreateIndex("ix_recheck_open_village", "recheck", ["village_code", "id"], filter: "ended_at is null", descending: [false, true]);
    }
}
