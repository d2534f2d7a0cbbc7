using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Talks as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_0900_Talks")]
public sealed class TalksTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "talk",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: true),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: true),
                village_code = t.Column<string>(nullable: true),
                is_sensitive = t.Column<bool>(nullable: false),
                priority = t.Column<string>(nullable: false),
                danger = t.Column<string>(nullable: true),
                danger_at = t.Column<DateTime>(nullable: true),
                alerted_at = t.Column<DateTime>(nullable: true),
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
                t.PrimaryKey("pk_talk", x => x.id);
                t.ForeignKey("fk_talk_conversation_id", x => x.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_talk_active", "talk", "last_activity_at", filter: "state = 'active'");
        migrationBuilder.CreateIndex("ix_talk_conversation_id_id", "talk", ["conversation_id", "id"]);
        migrationBuilder.CreateIndex("ix_talk_missed", "talk", ["regency_code", "ended_at"], filter: "ended_by = 'missed'");
        migrationBuilder.CreateIndex("ix_talk_regency_order", "talk", ["regency_code", "priority", "id"], filter: "state in ('requested', 'active')");
        migrationBuilder.CreateIndex("ix_talk_running", "talk", "conversation_id", unique: true, filter: "state in ('requested', 'active')");
        migrationBuilder.CreateIndex("ix_talk_waiting", "talk", "requested_at", filter: "state = 'requested'");
    }
}
