using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>What residents are told about a programme.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0013_ProgrammeTexts")]
public sealed class M0013ProgrammeTexts : Migration
{
    private static readonly string[] Texts = ["short_name", "topic", "also", "what", "audience", "papers", "office", "schedule", "source"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var text in Texts)
        {
            migrationBuilder.AddColumn<string>(text, "programme", nullable: true);
        }

        migrationBuilder.AddColumn<DateOnly>("checked_on", "programme", nullable: true);
    }
}
