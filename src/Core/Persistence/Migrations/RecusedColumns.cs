using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Who has stepped aside from a complaint, in all that lies where it lies.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261203_0400_Recused")]
public sealed class RecusedColumns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "complaint", "referral", "work_task", "handover", "telling" })
        {
            migrationBuilder.AddColumn<string>("recused", table, nullable: true);
        }
    }
}
