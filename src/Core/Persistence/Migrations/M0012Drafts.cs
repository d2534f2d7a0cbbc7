using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Unsent drafts are reminded of once and deleted in the end.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0012_Drafts")]
public sealed class M0012Drafts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("draft_due_at", "conversation", nullable: true);
        migrationBuilder.AddColumn<DateTime>("draft_nudged_at", "conversation", nullable: true);
        migrationBuilder.CreateIndex(
            "ix_conversation_draft_due_at", "conversation", "draft_due_at", filter: "draft_due_at is not null");
    }
}
