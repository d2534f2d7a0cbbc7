using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>How urgent a story seemed, by which words, and what its teller said to that.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0033_Urgency")]
public sealed class M0033Urgency : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("proposed_urgency", "complaint", nullable: true);
        migrationBuilder.AddColumn<string>("said_urgency", "complaint", nullable: true);
        migrationBuilder.AddColumn<byte[]>("urgency_words", "complaint", nullable: true);
        migrationBuilder.AddColumn<DateTime>("danger_at", "complaint", nullable: true);
    }
}
