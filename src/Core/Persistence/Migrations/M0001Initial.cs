using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>
/// The first schema, for both databases: no column types, so that each provider takes its own. Later migrations only
/// add (docs/adr/0003); SchemaTests compare the outcome with the model.
/// </summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0001_Initial")]
public sealed class M0001Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "area",
            columns: t => new
            {
                code = t.Column<string>(nullable: false),
                parent_code = t.Column<string>(nullable: true),
                level = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                folded_name = t.Column<string>(nullable: false),
                time_zone_id = t.Column<string>(nullable: true),
                valid_from = t.Column<DateOnly>(nullable: true),
                valid_to = t.Column<DateOnly>(nullable: true),
                successor_code = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_area", x => x.code);
            });
        migrationBuilder.CreateIndex("ix_area_parent_code_folded_name", "area", ["parent_code", "folded_name"]);

        migrationBuilder.CreateTable(
            name: "audit_act",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
                actor_kind = t.Column<string>(nullable: false),
                actor_id = t.Column<Guid>(nullable: true),
                door = t.Column<string>(nullable: false),
                verb = t.Column<string>(nullable: false),
                subject_type = t.Column<string>(nullable: false),
                subject_id = t.Column<Guid>(nullable: false),
                reason = t.Column<string>(nullable: true),
                data = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_audit_act", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_audit_act_actor_id_id", "audit_act", ["actor_id", "id"]);
        migrationBuilder.CreateIndex("ix_audit_act_subject_id_id", "audit_act", ["subject_id", "id"]);

        migrationBuilder.CreateTable(
            name: "audit_seal",
            columns: t => new
            {
                number = t.Column<int>(nullable: false),
                up_to_id = t.Column<Guid>(nullable: false),
                acts = t.Column<int>(nullable: false),
                hash = t.Column<byte[]>(nullable: false),
                sealed_at = t.Column<DateTime>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_audit_seal", x => x.number);
            });

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
                is_sensitive = t.Column<bool>(nullable: false),
                urgency = t.Column<string>(nullable: false),
                status = t.Column<string>(nullable: false),
                status_type = t.Column<string>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: false),
                village_code = t.Column<string>(nullable: false),
                subject = t.Column<string>(nullable: false),
                is_anonymous = t.Column<bool>(nullable: false),
                reporter_name = t.Column<byte[]>(nullable: true),
                subject_name = t.Column<byte[]>(nullable: true),
                phone = t.Column<byte[]>(nullable: true),
                phone_index = t.Column<byte[]>(nullable: true),
                national_id = t.Column<byte[]>(nullable: true),
                national_id_index = t.Column<byte[]>(nullable: true),
                address = t.Column<byte[]>(nullable: true),
                location = t.Column<byte[]>(nullable: true),
                story = t.Column<byte[]>(nullable: false),
                lodged_at = t.Column<DateTime>(nullable: false),
                promise_on = t.Column<DateOnly>(nullable: false),
                is_overdue = t.Column<bool>(nullable: false),
                assigned_to = t.Column<Guid>(nullable: true),
                moved_at = t.Column<DateTime>(nullable: false),
                settled_at = t.Column<DateTime>(nullable: true),
                remind_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_complaint", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_complaint_conversation_id_id", "complaint", ["conversation_id", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_district_code_id", "complaint", ["district_code", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_district_code_promise_on_id", "complaint", ["district_code", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_district_code_status_type_promise_on_id", "complaint", ["district_code", "status_type", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_draft_id", "complaint", "draft_id", unique: true);
        migrationBuilder.CreateIndex("ix_complaint_national_id_index", "complaint", "national_id_index");
        migrationBuilder.CreateIndex("ix_complaint_phone_index", "complaint", "phone_index");
        migrationBuilder.CreateIndex("ix_complaint_promise_running", "complaint", "promise_on", filter: "status_type = 'open' and not is_overdue");
        migrationBuilder.CreateIndex("ix_complaint_reference", "complaint", "reference", unique: true);
        migrationBuilder.CreateIndex("ix_complaint_regency_code_category_code_status_type_promise_on_id", "complaint", ["regency_code", "category_code", "status_type", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_regency_code_id", "complaint", ["regency_code", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_regency_code_promise_on_id", "complaint", ["regency_code", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_regency_code_status_promise_on_id", "complaint", ["regency_code", "status", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_regency_code_status_type_promise_on_id", "complaint", ["regency_code", "status_type", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_remind_at", "complaint", "remind_at", filter: "remind_at is not null");
        migrationBuilder.CreateIndex("ix_complaint_village_code_id", "complaint", ["village_code", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_village_code_promise_on_id", "complaint", ["village_code", "promise_on", "id"]);
        migrationBuilder.CreateIndex("ix_complaint_village_code_status_type_promise_on_id", "complaint", ["village_code", "status_type", "promise_on", "id"]);

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
            constraints: t =>
            {
                t.PrimaryKey("pk_complaint_move", x => x.id);
            });
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
            constraints: t =>
            {
                t.PrimaryKey("pk_complaint_note", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_complaint_note_complaint_id_id", "complaint_note", ["complaint_id", "id"]);

        migrationBuilder.CreateTable(
            name: "complaint_word",
            columns: t => new
            {
                word = t.Column<byte[]>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_complaint_word", x => new { x.word, x.complaint_id });
            });
        migrationBuilder.CreateIndex("ix_complaint_word_complaint_id", "complaint_word", "complaint_id");

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
                misunderstood = t.Column<int>(nullable: false),
                consent_version = t.Column<string>(nullable: true),
                consent_at = t.Column<DateTime>(nullable: true),
                village_code = t.Column<string>(nullable: true),
                reachable = t.Column<bool>(nullable: false),
                created_at = t.Column<DateTime>(nullable: false),
                last_inbound_at = t.Column<DateTime>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_conversation", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_conversation_address_index", "conversation", "address_index", unique: true);

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
                text = t.Column<byte[]>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_inbound_message", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_inbound_message_address_index_id", "inbound_message", ["address_index", "id"], filter: "state = 'new'");
        migrationBuilder.CreateIndex("ix_inbound_message_channel_update_key", "inbound_message", ["channel", "update_key"], unique: true);
        migrationBuilder.CreateIndex("ix_inbound_message_complaint_id_id", "inbound_message", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_inbound_message_conversation_id_id", "inbound_message", ["conversation_id", "id"]);

        migrationBuilder.CreateTable(
            name: "job_run",
            columns: t => new
            {
                job = t.Column<string>(nullable: false),
                started_at = t.Column<DateTime>(nullable: false),
                ended_at = t.Column<DateTime>(nullable: true),
                handled = t.Column<int>(nullable: false),
                error_code = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_job_run", x => x.job);
            });

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
                body = t.Column<byte[]>(nullable: false),
                staff_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(nullable: false),
                tries = t.Column<int>(nullable: false),
                not_before = t.Column<DateTime>(nullable: true),
                lease_until = t.Column<DateTime>(nullable: true),
                provider_message_id = t.Column<string>(nullable: true),
                error_code = t.Column<string>(nullable: true),
                created_at = t.Column<DateTime>(nullable: false),
                sent_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_outbound_message", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_outbound_message_complaint_id_id", "outbound_message", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_outbound_message_conversation_id_id", "outbound_message", ["conversation_id", "id"]);
        migrationBuilder.CreateIndex("ix_outbound_message_dedupe_key", "outbound_message", "dedupe_key", unique: true);
        migrationBuilder.CreateIndex("ix_outbound_message_lane", "outbound_message", ["conversation_id", "id"], filter: "state in ('due', 'leased', 'unknown')");
        migrationBuilder.CreateIndex("ix_outbound_message_troubled", "outbound_message", ["state", "id"], filter: "state in ('failed', 'unknown')");
        migrationBuilder.CreateIndex("ix_outbound_message_unfinished", "outbound_message", ["channel", "id"], filter: "state in ('due', 'leased', 'unknown')");

        migrationBuilder.CreateTable(
            name: "partner",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                code = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                kind = t.Column<string>(nullable: false),
                services = t.Column<string>(nullable: false),
                area_code = t.Column<string>(nullable: false),
                address = t.Column<string>(nullable: true),
                telephone = t.Column<string>(nullable: true),
                contact_person = t.Column<byte[]>(nullable: true),
                response_days = t.Column<int>(nullable: false),
                is_active = t.Column<bool>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_partner", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_partner_area_code", "partner", "area_code");
        migrationBuilder.CreateIndex("ix_partner_code", "partner", "code", unique: true);

        migrationBuilder.CreateTable(
            name: "programme",
            columns: t => new
            {
                code = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                owner = t.Column<string>(nullable: false),
                is_active = t.Column<bool>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_programme", x => x.code);
            });

        migrationBuilder.CreateTable(
            name: "referral",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                number = t.Column<string>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                partner_id = t.Column<Guid>(nullable: false),
                programme_code = t.Column<string>(nullable: true),
                status = t.Column<string>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: false),
                village_code = t.Column<string>(nullable: false),
                is_sensitive = t.Column<bool>(nullable: false),
                request = t.Column<byte[]>(nullable: false),
                due_on = t.Column<DateOnly>(nullable: false),
                consent = t.Column<string>(nullable: false),
                sent_by = t.Column<Guid>(nullable: false),
                sent_at = t.Column<DateTime>(nullable: false),
                answered_at = t.Column<DateTime>(nullable: true),
                answer = t.Column<byte[]>(nullable: true),
                reason = t.Column<string>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_referral", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_referral_complaint_id_id", "referral", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_referral_district_code_status_due_on_id", "referral", ["district_code", "status", "due_on", "id"]);
        migrationBuilder.CreateIndex("ix_referral_number", "referral", "number", unique: true);
        migrationBuilder.CreateIndex("ix_referral_partner_id_status_due_on", "referral", ["partner_id", "status", "due_on"]);
        migrationBuilder.CreateIndex("ix_referral_regency_code_status_due_on_id", "referral", ["regency_code", "status", "due_on", "id"]);
        migrationBuilder.CreateIndex("ix_referral_village_code_status_due_on_id", "referral", ["village_code", "status", "due_on", "id"]);

        migrationBuilder.CreateTable(
            name: "staff_member",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                user_name = t.Column<string>(nullable: false),
                normalized_user_name = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                password_hash = t.Column<string>(nullable: true),
                security_stamp = t.Column<string>(nullable: false),
                access_failed_count = t.Column<int>(nullable: false),
                lockout_end = t.Column<DateTime>(nullable: true),
                is_active = t.Column<bool>(nullable: false),
                reads_sensitive = t.Column<bool>(nullable: false),
                language = t.Column<string>(nullable: false),
                set_up_token_hash = t.Column<byte[]>(nullable: true),
                set_up_token_expires = t.Column<DateTime>(nullable: true),
                created_at = t.Column<DateTime>(nullable: false),
                signed_in_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_staff_member", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_staff_member_normalized_user_name", "staff_member", "normalized_user_name", unique: true);
        migrationBuilder.CreateIndex("ix_staff_member_set_up_token_hash", "staff_member", "set_up_token_hash", unique: true);

        migrationBuilder.CreateTable(
            name: "stored_file",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: true),
                draft_id = t.Column<Guid>(nullable: true),
                kind = t.Column<string>(nullable: false),
                state = t.Column<string>(nullable: false),
                name = t.Column<byte[]>(nullable: true),
                channel_file_id = t.Column<byte[]>(nullable: true),
                content_type = t.Column<string>(nullable: true),
                size = t.Column<long>(nullable: false),
                sha256 = t.Column<byte[]>(nullable: true),
                tries = t.Column<int>(nullable: false),
                not_before = t.Column<DateTime>(nullable: true),
                created_at = t.Column<DateTime>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_stored_file", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_stored_file_complaint_id", "stored_file", "complaint_id");
        migrationBuilder.CreateIndex("ix_stored_file_draft_id", "stored_file", "draft_id");
        migrationBuilder.CreateIndex("ix_stored_file_not_before", "stored_file", "not_before", filter: "state = 'pending'");

        migrationBuilder.CreateTable(
            name: "staff_role",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                staff_id = t.Column<Guid>(nullable: false),
                role = t.Column<string>(nullable: false),
                area_code = t.Column<string>(nullable: false),
                valid_from = t.Column<DateOnly>(nullable: true),
                valid_to = t.Column<DateOnly>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_staff_role", x => x.id);
                t.ForeignKey("fk_staff_role_staff_id", x => x.staff_id, "staff_member", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_staff_role_area_code", "staff_role", "area_code");
        migrationBuilder.CreateIndex("ix_staff_role_staff_id_role_area_code", "staff_role", ["staff_id", "role", "area_code"], unique: true);

        AppendOnly(migrationBuilder, "audit_act");
        AppendOnly(migrationBuilder, "audit_seal");
    }

    /// <summary>The audit may be written once and never again, whoever holds the connection.</summary>
    internal static void AppendOnly(MigrationBuilder migrationBuilder, string table)
    {
        if (migrationBuilder.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            migrationBuilder.Sql($"create trigger {table}_no_update before update on {table} begin select raise(abort, 'append only'); end");
            migrationBuilder.Sql($"create trigger {table}_no_delete before delete on {table} begin select raise(abort, 'append only'); end");
            return;
        }

        migrationBuilder.Sql(
            $"create function {table}_append_only() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$");
        migrationBuilder.Sql(
            $"create trigger {table}_append_only before update or delete or truncate on {table} execute function {table}_append_only()");
    }
}
