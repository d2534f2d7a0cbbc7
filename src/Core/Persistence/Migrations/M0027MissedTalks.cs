using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Staff see the talks that nobody took.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0027_MissedTalks")]
public sealed class M0027MissedTalks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("ix_handover_missed", "handover", ["regency_code", "ended_at"], filter: "ended_by = 'missed'");
}
