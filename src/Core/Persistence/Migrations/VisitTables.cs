using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Visits to a house: what was seen, field by field, each report with what was said to it, photos with their places.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261204_0100_Visits")]
public sealed class VisitTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("visit_id", "stored_file", nullable: true);
        migrationBuilder.CreateIndex("ix_stored_file_visit_id", "stored_file", "visit_id", filter: "visit_id is not null");
        migrationBuilder.AddColumn<Guid>("visit_id", "complaint_move", nullable: true);
        CreateVisits(migrationBuilder);
        CreateRounds(migrationBuilder);
        CreateValues(migrationBuilder);
        CreatePhotos(migrationBuilder);
    }

    private static void CreateVisits(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "visit",
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
                planned_on = t.Column<DateOnly>(nullable: false),
                part = t.Column<string>(nullable: false),
                visitor_id = t.Column<Guid>(nullable: false),
                planned_at = t.Column<DateTime>(nullable: false),
                note = t.Column<byte[]>(nullable: true),
                cannot_at = t.Column<DateTime>(nullable: true),
                status = t.Column<string>(nullable: false),
                is_running = t.Column<bool>(nullable: false),
                round = t.Column<int>(nullable: false),
                outcome = t.Column<string>(nullable: true),
                cancel_reason = t.Column<string>(nullable: true),
                written_at = t.Column<DateTime>(nullable: true),
                ended_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_visit", x => x.id));
        migrationBuilder.CreateIndex("ix_visit_complaint_id_id", "visit", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_visit_running", "visit", "complaint_id", unique: true, filter: "is_running");
        migrationBuilder.CreateIndex("ix_visit_visitor", "visit", ["visitor_id", "planned_on", "id"], filter: "is_running");
        foreach (var level in new[] { "regency", "district", "village" })
        {
            migrationBuilder.CreateIndex($"ix_visit_running_{level}", "visit", [$"{level}_code", "planned_on", "id"], filter: "is_running");
        }
    }

    private static void CreateRounds(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "visit_round",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                visit_id = t.Column<Guid>(nullable: false),
                round = t.Column<int>(nullable: false),
                sent_by = t.Column<Guid>(nullable: false),
                sent_at = t.Column<DateTime>(nullable: false),
                visited_on = t.Column<DateOnly>(nullable: false),
                outcome = t.Column<string>(nullable: false),
                is_approved = t.Column<bool>(nullable: true),
                decided_by = t.Column<Guid>(nullable: true),
                decided_at = t.Column<DateTime>(nullable: true),
                reasons = t.Column<string>(nullable: true),
                words = t.Column<byte[]>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_visit_round", x => x.id));
        migrationBuilder.CreateIndex("ix_visit_round_visit_id_round", "visit_round", ["visit_id", "round"], unique: true);
    }

    private static void CreateValues(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "visit_value",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                visit_id = t.Column<Guid>(nullable: false),
                round = t.Column<int>(nullable: false),
                field = t.Column<string>(nullable: false),
                value = t.Column<byte[]>(nullable: true),
                noted_by = t.Column<Guid>(nullable: false),
                noted_at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_visit_value", x => x.id));
        migrationBuilder.CreateIndex("ix_visit_value_visit_id_round_field", "visit_value", ["visit_id", "round", "field"], unique: true);
    }

    private static void CreatePhotos(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "visit_photo",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                visit_id = t.Column<Guid>(nullable: false),
                round = t.Column<int>(nullable: false),
                source = t.Column<string>(nullable: false),
                position = t.Column<byte[]>(nullable: true),
                accuracy = t.Column<int>(nullable: true),
                taken_by = t.Column<Guid>(nullable: false),
                added_at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_visit_photo", x => x.id));
        migrationBuilder.CreateIndex("ix_visit_photo_visit_id", "visit_photo", "visit_id");
    }
}
