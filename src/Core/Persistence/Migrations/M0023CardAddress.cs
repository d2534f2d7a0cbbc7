using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Where the KTP says that somebody lives, beside where they do.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0023_CardAddress")]
public sealed class M0023CardAddress : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<byte[]>("card_address", "complaint", nullable: true);
}
