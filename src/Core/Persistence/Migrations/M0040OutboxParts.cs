using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>How many parts of a long message were sent, so that a restart repeats none.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0040_OutboxParts")]
public sealed class M0040OutboxParts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<int>("parts_sent", "outbound_message", nullable: false, defaultValue: 0);
}
