using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>When a password was said once more in a session.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261205_0220_SessionConfirmed")]
public sealed class SessionConfirmedColumn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<DateTime>("confirmed_at", "staff_session", nullable: true);
}
