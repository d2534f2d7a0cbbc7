using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>From when on a promise is at risk. What was promised before is so on its last day.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261204_0400_AtRisk")]
public sealed class AtRiskColumns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("at_risk_on", "complaint", nullable: true);
        migrationBuilder.AddColumn<bool>("is_at_risk", "complaint", nullable: false, defaultValue: false);
        migrationBuilder.Sql("update complaint set at_risk_on = promise_on");
        migrationBuilder.CreateIndex("ix_complaint_at_risk", "complaint", ["regency_code", "status_type", "promise_on", "id"], filter: "is_at_risk");
        migrationBuilder.CreateIndex("ix_complaint_at_risk_on", "complaint", "at_risk_on", filter: "status_type = 'open' and not is_at_risk and not is_overdue");
    }
}
