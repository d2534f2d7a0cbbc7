using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>A message may edit or answer an earlier one of ours; numbers of people are kept apart from what they wrote.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0011_Cards")]
public sealed class M0011Cards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("about_id", "outbound_message", nullable: true);
        migrationBuilder.AddColumn<byte[]>("written_numbers", "complaint", nullable: true);
    }
}
