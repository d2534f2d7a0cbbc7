using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>For the queue's filters by channel, by urgency and by who has taken it: rare values in a long table.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0004_QueueIndexes")]
public sealed class M0004QueueIndexes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex(
            "ix_complaint_regency_code_channel_status_type_promise_on_id", "complaint",
            ["regency_code", "channel", "status_type", "promise_on", "id"]);
        migrationBuilder.CreateIndex(
            "ix_complaint_assigned_to_regency_code_status_type_promise_on_id", "complaint",
            ["assigned_to", "regency_code", "status_type", "promise_on", "id"]);
        migrationBuilder.CreateIndex(
            "ix_complaint_pressing", "complaint", ["regency_code", "status_type", "promise_on", "id"],
            filter: "urgency in ('urgent', 'emergency')");
    }
}
