using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>
/// No query asks for an area's complaints in the order of their ids: the queue goes by the promised day, within a type of
/// status. Each index more is a page more to write for each complaint; without these an older release runs as well.
/// </summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0005_FewerIndexes")]
public sealed class M0005FewerIndexes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_complaint_regency_code_id", "complaint");
        migrationBuilder.DropIndex("ix_complaint_district_code_id", "complaint");
        migrationBuilder.DropIndex("ix_complaint_village_code_id", "complaint");
    }
}
