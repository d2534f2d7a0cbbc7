using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Meetings of villages about proposals: their agenda with its decisions, and who was there.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261207_0300_Meetings")]
public sealed class MeetingTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "village_meeting",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: false),
                village_code = t.Column<string>(nullable: false),
                form = t.Column<string>(nullable: false),
                cycle = t.Column<DateOnly>(nullable: false),
                held_on = t.Column<DateOnly>(nullable: false),
                place = t.Column<byte[]>(nullable: true),
                number = t.Column<byte[]>(nullable: true),
                invited = t.Column<int>(nullable: false),
                present = t.Column<int>(nullable: false),
                status = t.Column<string>(nullable: false),
                planned_by = t.Column<Guid>(nullable: false),
                planned_at = t.Column<DateTime>(nullable: false),
                closed_by = t.Column<Guid>(nullable: true),
                closed_at = t.Column<DateTime>(nullable: true),
                signed_by = t.Column<Guid>(nullable: true),
                signed_at = t.Column<DateTime>(nullable: true),
                minutes_id = t.Column<Guid>(nullable: true),
                cancel_reason = t.Column<string>(nullable: true),
                written_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_village_meeting", x => x.id));
        foreach (var level in new[] { "regency", "district", "village" })
        {
            migrationBuilder.CreateIndex($"ix_village_meeting_{level}_code_status_held_on_id", "village_meeting", [$"{level}_code", "status", "held_on", "id"]);
        }

        migrationBuilder.CreateTable(
            name: "meeting_item",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                meeting_id = t.Column<Guid>(nullable: false),
                proposal_id = t.Column<Guid>(nullable: false),
                ordinal = t.Column<int>(nullable: false),
                is_open = t.Column<bool>(nullable: false),
                decision = t.Column<string>(nullable: true),
                reason = t.Column<string>(nullable: true),
                words = t.Column<byte[]>(nullable: true),
                decided_by = t.Column<Guid>(nullable: true),
                decided_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_meeting_item", x => x.id));
        migrationBuilder.CreateIndex("ix_meeting_item_meeting_id_ordinal", "meeting_item", ["meeting_id", "ordinal"]);
        migrationBuilder.CreateIndex("ix_meeting_item_proposal_id", "meeting_item", "proposal_id");
        migrationBuilder.CreateIndex("ix_meeting_item_open", "meeting_item", "proposal_id", unique: true, filter: "is_open");

        migrationBuilder.CreateTable(
            name: "meeting_guest",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                meeting_id = t.Column<Guid>(nullable: false),
                name = t.Column<byte[]>(nullable: false),
                role = t.Column<string>(nullable: false),
                is_present = t.Column<bool>(nullable: false),
                invited_by = t.Column<Guid>(nullable: false),
                invited_at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_meeting_guest", x => x.id));
        migrationBuilder.CreateIndex("ix_meeting_guest_meeting_id_id", "meeting_guest", ["meeting_id", "id"]);
    }
}
