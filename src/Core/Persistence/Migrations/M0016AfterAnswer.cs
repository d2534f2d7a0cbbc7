using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Whether the help has come, and how content the resident is.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0016_AfterAnswer")]
public sealed class M0016AfterAnswer : Migration
{
    private const string Complaint = "complaint";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("ask_at", Complaint, nullable: true);
        migrationBuilder.AddColumn<int>("asked", Complaint, nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<string>("confirmation", Complaint, nullable: true);
        migrationBuilder.AddColumn<DateTime>("confirmed_at", Complaint, nullable: true);
        migrationBuilder.AddColumn<int>("rating", Complaint, nullable: true);
        migrationBuilder.AddColumn<int>("rating", "complaint_feedback", nullable: true);
        migrationBuilder.AddColumn<byte[]>("words", "complaint_feedback", nullable: true);
        migrationBuilder.CreateIndex(
            "ix_complaint_not_received", Complaint, ["regency_code", "status_type", "promise_on", "id"],
            filter: "confirmation in ('partly', 'not_received')");
        migrationBuilder.CreateIndex(
            "ix_complaint_confirmation", Complaint, ["regency_code", "confirmation", "status_type", "promise_on", "id"],
            filter: "confirmation is not null");
        migrationBuilder.CreateIndex("ix_complaint_ask_at", Complaint, "ask_at", filter: "ask_at is not null");
    }
}
