using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Limits on trying numbers and codes, and residents who ask superiors to look.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0015_Standing")]
public sealed class M0015Standing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "chat_try",
            columns: t => new
            {
                conversation_id = t.Column<Guid>(nullable: false),
                kind = t.Column<string>(nullable: false),
                day = t.Column<DateOnly>(nullable: false),
                count = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_chat_try", x => new { x.conversation_id, x.kind }));
        migrationBuilder.CreateTable(
            name: "complaint_feedback",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                kind = t.Column<string>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_complaint_feedback", x => x.id));
        migrationBuilder.CreateIndex("ix_complaint_feedback_complaint_id_id", "complaint_feedback", ["complaint_id", "id"]);
        migrationBuilder.AddColumn<DateTime>("raised_at", "complaint", nullable: true);
        migrationBuilder.CreateIndex(
            "ix_complaint_raised", "complaint", ["regency_code", "status_type", "promise_on", "id"], filter: "raised_at is not null");
    }
}
