using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Complaints as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_0800_Complaints")]
public sealed class ComplaintsTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "complaint",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                reference = t.Column<string>(nullable: false),
                draft_id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: true),
                channel = t.Column<string>(nullable: false),
                category_code = t.Column<string>(nullable: false),
                kind = t.Column<string>(nullable: false),
                programme_code = t.Column<string>(nullable: true),
                original_kind = t.Column<string>(nullable: true),
                original_programme = t.Column<string>(nullable: true),
                is_sensitive = t.Column<bool>(nullable: false),
                concerns = t.Column<string>(nullable: true),
                concerns_staff_id = t.Column<Guid>(nullable: true),
                official_name = t.Column<byte[]>(nullable: true),
                urgency = t.Column<string>(nullable: false),
                proposed_urgency = t.Column<string>(nullable: true),
                said_urgency = t.Column<string>(nullable: true),
                urgency_words = t.Column<byte[]>(nullable: true),
                danger_at = t.Column<DateTime>(nullable: true),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: false),
                village_code = t.Column<string>(nullable: false),
                subject = t.Column<string>(nullable: false),
                is_anonymous = t.Column<bool>(nullable: false),
                reporter_name = t.Column<byte[]>(nullable: true),
                subject_name = t.Column<byte[]>(nullable: true),
                is_child = t.Column<bool>(nullable: false),
                guardian_name = t.Column<byte[]>(nullable: true),
                guardian_relation = t.Column<string>(nullable: true),
                phone = t.Column<byte[]>(nullable: true),
                phone_index = t.Column<byte[]>(nullable: true),
                national_id = t.Column<byte[]>(nullable: true),
                national_id_index = t.Column<byte[]>(nullable: true),
                written_numbers = t.Column<byte[]>(nullable: true),
                address = t.Column<byte[]>(nullable: true),
                card_address = t.Column<byte[]>(nullable: true),
                location = t.Column<byte[]>(nullable: true),
                story = t.Column<byte[]>(nullable: false),
                lodged_at = t.Column<DateTime>(nullable: false),
                assisted_by = t.Column<Guid>(nullable: true),
                assigned_to = t.Column<Guid>(nullable: true),
                version = t.Column<int>(nullable: false),
                status = t.Column<string>(nullable: false),
                status_type = t.Column<string>(nullable: false),
                moved_at = t.Column<DateTime>(nullable: false),
                settled_at = t.Column<DateTime>(nullable: true),
                remind_at = t.Column<DateTime>(nullable: true),
                promise_on = t.Column<DateOnly>(nullable: false),
                is_overdue = t.Column<bool>(nullable: false),
                raised_at = t.Column<DateTime>(nullable: true),
                ask_at = t.Column<DateTime>(nullable: true),
                asked = t.Column<int>(nullable: false),
                ask_rounds = t.Column<int>(nullable: false),
                confirmation = t.Column<string>(nullable: true),
                confirmed_at = t.Column<DateTime>(nullable: true),
                rating = t.Column<int>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_complaint", x => x.id));
        migrationBuilder.CreateIndex("ix_complaint_ask_at", "complaint", "ask_at", filter: "ask_at is not null");
        migrationBuilder.CreateIndex("ix_complaint_assigned_to_regency_code_status_type_promise_on_id", "complaint",
            ["assigned_to", "regency_code", "status_type", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_concerns", "complaint", ["regency_code", "status_type", "promise_on", "id"], filter: "concerns is not null");
        migrationBuilder.CreateIndex("ix_complaint_confirmation", "complaint",
            ["regency_code", "confirmation", "status_type", "promise_on", "id"], filter: "confirmation is not null");
        migrationBuilder.CreateIndex("ix_complaint_conversation_id_id", "complaint", ["conversation_id", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_district_code_promise_on_id", "complaint", ["district_code", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_district_code_status_type_promise_on_id", "complaint", ["district_code", "status_type", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_draft_id", "complaint", "draft_id", unique: true);
        migrationBuilder.CreateIndex("ix_complaint_kind", "complaint",
            ["regency_code", "status_type", "promise_on", "id"], filter: "kind in ('question', 'suggestion')");
        migrationBuilder.CreateIndex("ix_complaint_national_id_index", "complaint", "national_id_index");
        migrationBuilder.CreateIndex("ix_complaint_not_received", "complaint",
            ["regency_code", "status_type", "promise_on", "id"], filter: "confirmation in ('partly', 'not_received')");
        migrationBuilder.CreateIndex("ix_complaint_phone_index", "complaint", "phone_index");
        migrationBuilder.CreateIndex("ix_complaint_pressing", "complaint",
            ["regency_code", "urgency", "status_type", "promise_on", "id"], filter: "urgency in ('urgent', 'emergency')");
        migrationBuilder.CreateIndex("ix_complaint_programme", "complaint",
            ["regency_code", "programme_code", "status_type", "promise_on", "id"], filter: "programme_code is not null");
        migrationBuilder.CreateIndex("ix_complaint_promise_running", "complaint", "promise_on", filter: "status_type = 'open' and not is_overdue");
        migrationBuilder.CreateIndex("ix_complaint_raised", "complaint", ["regency_code", "status_type", "promise_on", "id"], filter: "raised_at is not null");
        migrationBuilder.CreateIndex("ix_complaint_reference", "complaint", "reference", unique: true);
        migrationBuilder.CreateIndex("ix_complaint_regency_code_category_code_status_type_promise_on_id", "complaint",
            ["regency_code", "category_code", "status_type", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_regency_code_channel_status_type_promise_on_id", "complaint",
            ["regency_code", "channel", "status_type", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_regency_code_promise_on_id", "complaint", ["regency_code", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_regency_code_status_promise_on_id", "complaint", ["regency_code", "status", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_regency_code_status_type_promise_on_id", "complaint", ["regency_code", "status_type", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_remind_at", "complaint", "remind_at", filter: "remind_at is not null");
        migrationBuilder.CreateIndex("ix_complaint_village_code_promise_on_id", "complaint", ["village_code", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_village_code_status_type_promise_on_id", "complaint", ["village_code", "status_type", "promise_on", "id"]);

        migrationBuilder.CreateTable(
            name: "complaint_feedback",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                kind = t.Column<string>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
                rating = t.Column<int>(nullable: true),
                words = t.Column<byte[]>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_complaint_feedback", x => x.id));
        migrationBuilder.CreateIndex("ix_complaint_feedback_complaint_id_id", "complaint_feedback", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_feedback_conversation_id", "complaint_feedback", "conversation_id");

        migrationBuilder.CreateTable(
            name: "complaint_move",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                from_status = t.Column<string>(nullable: true),
                to_status = t.Column<string>(nullable: false),
                verb = t.Column<string>(nullable: false),
                reason = t.Column<string>(nullable: true),
                message = t.Column<byte[]>(nullable: true),
                note = t.Column<byte[]>(nullable: true),
                actor_kind = t.Column<string>(nullable: false),
                actor_id = t.Column<Guid>(nullable: true),
                at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_complaint_move", x => x.id));
        migrationBuilder.CreateIndex("ix_complaint_move_complaint_id_id", "complaint_move", ["complaint_id", "id"]);

        migrationBuilder.CreateTable(
            name: "complaint_note",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                staff_id = t.Column<Guid>(nullable: false),
                text = t.Column<byte[]>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_complaint_note", x => x.id));
        migrationBuilder.CreateIndex("ix_complaint_note_complaint_id_id", "complaint_note", ["complaint_id", "id"]);

        migrationBuilder.CreateTable(
            name: "complaint_representative",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: true),
                name = t.Column<byte[]>(nullable: true),
                relation = t.Column<string>(nullable: false),
                consent = t.Column<string>(nullable: false),
                way = t.Column<string>(nullable: true),
                text_version = t.Column<string>(nullable: true),
                recorded_at = t.Column<DateTime>(nullable: false),
                recorded_by = t.Column<string>(nullable: false),
                recorded_by_id = t.Column<Guid>(nullable: true),
                withdrawn_at = t.Column<DateTime>(nullable: true),
                slip_hash = t.Column<byte[]>(nullable: true),
                slip_expires_at = t.Column<DateTime>(nullable: true),
                linked_at = t.Column<DateTime>(nullable: true),
                ended_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_complaint_representative", x => x.id));
        migrationBuilder.CreateIndex("ix_complaint_representative_complaint_id_id", "complaint_representative", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_representative_conversation_id_complaint_id", "complaint_representative",
            ["conversation_id", "complaint_id"], filter: "conversation_id is not null");
        migrationBuilder.CreateIndex("ix_complaint_representative_slip_hash", "complaint_representative",
            "slip_hash", unique: true, filter: "slip_hash is not null");

        migrationBuilder.CreateTable(
            name: "complaint_word",
            columns: t => new
            {
                word = t.Column<byte[]>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_complaint_word", x => new { x.word, x.complaint_id }));
        migrationBuilder.CreateIndex("ix_complaint_word_complaint_id", "complaint_word", "complaint_id");

        migrationBuilder.CreateTable(
            name: "promise_segment",
            columns: t => new
            {
                complaint_id = t.Column<Guid>(nullable: false),
                id = t.Column<Guid>(nullable: false),
                from_at = t.Column<DateTime>(nullable: false),
                clock = t.Column<string>(nullable: false),
                days = t.Column<int>(nullable: true),
                calendar = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_promise_segment", x => new { x.complaint_id, x.id }));

        migrationBuilder.CreateTable(
            name: "urgency_revision",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                from_urgency = t.Column<string>(nullable: false),
                to_urgency = t.Column<string>(nullable: false),
                note_id = t.Column<Guid>(nullable: true),
                staff_id = t.Column<Guid>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_urgency_revision", x => x.id));
        migrationBuilder.CreateIndex("ix_urgency_revision_complaint_id_id", "urgency_revision", ["complaint_id", "id"]);
    }
}
