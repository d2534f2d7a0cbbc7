using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>The time after an answer passes also where nobody can be asked; until now both were one count.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0034_AskRounds")]
public sealed class M0034AskRounds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("ask_rounds", "complaint", nullable: false, defaultValue: 0);
        migrationBuilder.Sql("update complaint set ask_rounds = asked where asked > 0");
    }
}
