using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>A story in pieces waits for its end; a message of ours may change or remove an earlier one.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0010_Pauses")]
public sealed class M0010Pauses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<byte[]>("collected", "conversation", nullable: true);
        migrationBuilder.AddColumn<DateTime>("collect_until", "conversation", nullable: true);
        migrationBuilder.CreateIndex(
            "ix_conversation_collect_until", "conversation", "collect_until", filter: "collect_until is not null");
    }
}
