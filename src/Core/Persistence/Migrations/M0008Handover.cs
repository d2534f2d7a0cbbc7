using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Talks between residents and officers.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0008_Handover")]
public sealed class M0008Handover : Migration
{
    private const string Running = "state in ('requested', 'active')";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "handover",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: true),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: true),
                village_code = t.Column<string>(nullable: true),
                is_sensitive = t.Column<bool>(nullable: false),
                state = t.Column<string>(nullable: false),
                requested_at = t.Column<DateTime>(nullable: false),
                taken_by = t.Column<Guid>(nullable: true),
                taken_at = t.Column<DateTime>(nullable: true),
                last_activity_at = t.Column<DateTime>(nullable: false),
                ended_at = t.Column<DateTime>(nullable: true),
                ended_by = t.Column<string>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_handover", x => x.id);
                t.ForeignKey("fk_handover_conversation_id", x => x.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_handover_running", "handover", "conversation_id", unique: true, filter: Running);
        migrationBuilder.CreateIndex("ix_handover_regency_running", "handover", ["regency_code", "id"], filter: Running);
        migrationBuilder.CreateIndex("ix_handover_conversation_id_id", "handover", ["conversation_id", "id"]);
        migrationBuilder.AddColumn<bool>("with_officer", "conversation", nullable: false, defaultValue: false);
    }
}
