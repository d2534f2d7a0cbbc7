using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>
/// Due rows that a job could not handle. Receipts are marked as such: until now the first answer about a complaint was
/// taken for it, in every chat, so those of the filing chats are marked here and joined chats have none. Talks
/// that are due, payloads that may go, and the files and the feedback of a chat are found by an index.
/// </summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0043_ParkedRows")]
public sealed class M0043ParkedRows : Migration
{
    internal const string MarkReceipts =
        """
        update outbound_message set is_receipt = true
        where kind = 'reply' and complaint_id is not null
          and conversation_id = (select c.conversation_id from complaint c where c.id = outbound_message.complaint_id)
          and not exists (
            select 1 from outbound_message e
            where e.complaint_id = outbound_message.complaint_id and e.conversation_id = outbound_message.conversation_id
              and e.kind = 'reply' and e.id < outbound_message.id)
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "parked_row",
            columns: t => new
            {
                job = t.Column<string>(nullable: false),
                row_id = t.Column<Guid>(nullable: false),
                first_failed_at = t.Column<DateTime>(nullable: false),
                attempts = t.Column<int>(nullable: false),
                error_code = t.Column<string>(nullable: false),
                next_try_at = t.Column<DateTime>(nullable: false),
                parked_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_parked_row", x => new { x.job, x.row_id }));
        migrationBuilder.AddColumn<int>("failed", "job_run", nullable: false, defaultValue: 0);

        migrationBuilder.AddColumn<bool>("is_receipt", "outbound_message", nullable: false, defaultValue: false);
        migrationBuilder.Sql(MarkReceipts);

        migrationBuilder.CreateIndex(
            "ix_inbound_message_payload", "inbound_message", "handled_at", filter: "state in ('done', 'set_aside') and payload is not null");
        migrationBuilder.CreateIndex("ix_handover_active", "handover", "last_activity_at", filter: "state = 'active'");
        migrationBuilder.CreateIndex("ix_handover_waiting", "handover", "requested_at", filter: "state = 'requested'");
        migrationBuilder.CreateIndex("ix_complaint_feedback_conversation_id", "complaint_feedback", "conversation_id");
        migrationBuilder.CreateIndex("ix_stored_file_conversation_id", "stored_file", "conversation_id");
    }
}
