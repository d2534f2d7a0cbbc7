using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>From when a step's limit counts, how long it is, and the day that was agreed for a visit. What had begun before has no limit.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261205_0200_StageLimits")]
public sealed class StageLimitColumns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("limit_from", "work_task", nullable: true);
        migrationBuilder.AddColumn<int>("limit_days", "work_task", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("planned_on", "work_task", nullable: true);
        migrationBuilder.Sql(
            "update work_task set planned_on = (select v.planned_on from visit v where v.complaint_id = work_task.complaint_id and v.status = 'planned' order by v.id desc limit 1) where kind = 'visit'");
    }
}
