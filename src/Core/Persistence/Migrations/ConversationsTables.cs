using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Conversations as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_0500_Conversations")]
public sealed class ConversationsTables : Migration
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
            name: "conversation",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                channel = t.Column<string>(nullable: false),
                address_index = t.Column<byte[]>(nullable: false),
                address = t.Column<byte[]>(nullable: false),
                language = t.Column<string>(nullable: false),
                dialog = t.Column<string>(nullable: true),
                step = t.Column<string>(nullable: true),
                draft = t.Column<byte[]>(nullable: true),
                draft_id = t.Column<Guid>(nullable: true),
                prompt = t.Column<byte[]>(nullable: true),
                collected = t.Column<byte[]>(nullable: true),
                collect_until = t.Column<DateTime>(nullable: true),
                danger = t.Column<string>(nullable: true),
                danger_at = t.Column<DateTime>(nullable: true),
                held = t.Column<byte[]>(nullable: true),
                kept = t.Column<byte[]>(nullable: true),
                draft_due_at = t.Column<DateTime>(nullable: true),
                draft_nudged_at = t.Column<DateTime>(nullable: true),
                misunderstood = t.Column<int>(nullable: false),
                consent_version = t.Column<string>(nullable: true),
                consent_at = t.Column<DateTime>(nullable: true),
                village_code = t.Column<string>(nullable: true),
                notices_stopped_at = t.Column<DateTime>(nullable: true),
                with_officer = t.Column<bool>(nullable: false),
                key_word = t.Column<byte[]>(nullable: true),
                pin = t.Column<byte[]>(nullable: true),
                pin_open_until = t.Column<DateTime>(nullable: true),
                reachable = t.Column<bool>(nullable: false),
                created_at = t.Column<DateTime>(nullable: false),
                last_inbound_at = t.Column<DateTime>(nullable: false),
                replies_awaited_until = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_conversation", x => x.id));
        migrationBuilder.CreateIndex("ix_conversation_address_index", "conversation", "address_index", unique: true);
        migrationBuilder.CreateIndex("ix_conversation_collect_until", "conversation", "collect_until", filter: "collect_until is not null");
        migrationBuilder.CreateIndex("ix_conversation_draft_due_at", "conversation", "draft_due_at", filter: "draft_due_at is not null");

        migrationBuilder.CreateTable(
            name: "inbound_message",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                channel = t.Column<string>(nullable: false),
                update_key = t.Column<string>(nullable: false),
                address_index = t.Column<byte[]>(nullable: false),
                payload = t.Column<byte[]>(nullable: true),
                received_at = t.Column<DateTime>(nullable: false),
                state = t.Column<string>(nullable: false),
                tries = t.Column<int>(nullable: false),
                not_before = t.Column<DateTime>(nullable: true),
                error_code = t.Column<string>(nullable: true),
                handled_at = t.Column<DateTime>(nullable: true),
                conversation_id = t.Column<Guid>(nullable: true),
                complaint_id = t.Column<Guid>(nullable: true),
                kind = t.Column<string>(nullable: true),
                channel_message_id = t.Column<string>(nullable: true),
                corrects_id = t.Column<Guid>(nullable: true),
                text = t.Column<byte[]>(nullable: true),
                note = t.Column<byte[]>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_inbound_message", x => x.id));
        migrationBuilder.CreateIndex("ix_inbound_message_address_index_id", "inbound_message", ["address_index", "id"], filter: "state = 'new'");
        migrationBuilder.CreateIndex("ix_inbound_message_channel_update_key", "inbound_message", ["channel", "update_key"], unique: true);
        migrationBuilder.CreateIndex("ix_inbound_message_complaint_id_id", "inbound_message", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_inbound_message_conversation_id_id", "inbound_message", ["conversation_id", "id"]);
        migrationBuilder.CreateIndex("ix_inbound_message_parked", "inbound_message", "id", filter: "state = 'parked'");
        migrationBuilder.CreateIndex("ix_inbound_message_payload", "inbound_message",
            "handled_at", filter: "state in ('done', 'set_aside') and payload is not null");

        migrationBuilder.CreateTable(
            name: "outbound_message",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: true),
                channel = t.Column<string>(nullable: false),
                kind = t.Column<string>(nullable: false),
                dedupe_key = t.Column<string>(nullable: false),
                is_receipt = t.Column<bool>(nullable: false),
                about_id = t.Column<Guid>(nullable: true),
                body = t.Column<byte[]>(nullable: false),
                withheld = t.Column<byte[]>(nullable: true),
                revealed_at = t.Column<DateTime>(nullable: true),
                staff_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(nullable: false),
                tries = t.Column<int>(nullable: false),
                parts_sent = t.Column<int>(nullable: false),
                not_before = t.Column<DateTime>(nullable: true),
                lease_until = t.Column<DateTime>(nullable: true),
                provider_message_id = t.Column<string>(nullable: true),
                error_code = t.Column<string>(nullable: true),
                created_at = t.Column<DateTime>(nullable: false),
                sent_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_outbound_message", x => x.id));
        migrationBuilder.CreateIndex("ix_outbound_message_complaint_id_id", "outbound_message", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_outbound_message_conversation_id_id", "outbound_message", ["conversation_id", "id"]);
        migrationBuilder.CreateIndex("ix_outbound_message_dedupe_key", "outbound_message", "dedupe_key", unique: true);
        migrationBuilder.CreateIndex("ix_outbound_message_lane", "outbound_message",
            ["conversation_id", "id"], filter: "state in ('due', 'leased', 'unknown')");
        migrationBuilder.CreateIndex("ix_outbound_message_troubled", "outbound_message", ["state", "id"], filter: "state in ('failed', 'unknown')");
        migrationBuilder.CreateIndex("ix_outbound_message_unfinished", "outbound_message", ["channel", "id"], filter: "state in ('due', 'leased', 'unknown')");
        migrationBuilder.CreateIndex("ix_outbound_message_withheld", "outbound_message",
            ["conversation_id", "id"], filter: "withheld is not null and revealed_at is null");

        migrationBuilder.CreateTable(
            name: "staff_chat",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                staff_id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: false),
                linked_at = t.Column<DateTime>(nullable: false),
                unlinked_at = t.Column<DateTime>(nullable: true),
                unlinked_by = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_staff_chat", x => x.id);
                t.ForeignKey("fk_staff_chat_conversation_id", x => x.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
                t.ForeignKey("fk_staff_chat_staff_id", x => x.staff_id, "staff_member", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_staff_chat_conversation_id", "staff_chat", "conversation_id", unique: true, filter: "unlinked_at is null");
        migrationBuilder.CreateIndex("ix_staff_chat_staff_id_id", "staff_chat", ["staff_id", "id"]);
    }
}
