using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Whether a chat's language was named, and so is not changed by what is written.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261201_0200_LanguageChosen")]
public sealed class LanguageChosenColumn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("language_is_chosen", "conversation", nullable: false, defaultValue: false);
}
