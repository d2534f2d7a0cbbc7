using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Emergencies lead every queue: they are found without reading all that is urgent.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0037_PressingByUrgency")]
public sealed class M0037PressingByUrgency : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_complaint_pressing", "complaint");
        migrationBuilder.CreateIndex(
            "ix_complaint_pressing", "complaint", ["regency_code", "urgency", "status_type", "promise_on", "id"],
            filter: "urgency in ('urgent', 'emergency')");
    }
}
