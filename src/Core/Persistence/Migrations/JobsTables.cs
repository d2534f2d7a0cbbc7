using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Jobs as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_1300_Jobs")]
public sealed class JobsTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "job_run",
            columns: t => new
            {
                job = t.Column<string>(nullable: false),
                started_at = t.Column<DateTime>(nullable: false),
                ended_at = t.Column<DateTime>(nullable: true),
                handled = t.Column<int>(nullable: false),
                failed = t.Column<int>(nullable: false),
                error_code = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_job_run", x => x.job));

        migrationBuilder.CreateTable(
            name: "parked_row",
            columns: t => new
            {
                job = t.Column<string>(nullable: false),
                row_id = t.Column<Guid>(nullable: false),
                first_failed_at = t.Column<DateTime>(nullable: false),
                attempts = t.Column<int>(nullable: false),
                error_code = t.Column<string>(nullable: false),
                next_try_at = t.Column<DateTime>(nullable: false),
                parked_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_parked_row", x => new { x.job, x.row_id }));
    }
}
