using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>For which promised day a resident was told that the answer may come later.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261203_0300_DelayTold")]
public sealed class DelayToldColumn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<DateOnly>("delay_told_on", "complaint", nullable: true);
}
