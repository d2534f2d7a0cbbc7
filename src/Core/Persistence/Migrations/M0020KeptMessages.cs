using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Messages that wait until their person has said which complaint they belong to.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0020_KeptMessages")]
public sealed class M0020KeptMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<byte[]>("kept", "conversation", nullable: true);
}
