using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Which message a correction corrects.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0021_Corrections")]
public sealed class M0021Corrections : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("channel_message_id", "inbound_message", nullable: true);
        migrationBuilder.AddColumn<Guid>("corrects_id", "inbound_message", nullable: true);
    }
}
