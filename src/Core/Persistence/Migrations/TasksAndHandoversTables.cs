using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>What waits and at whose desk, complaints on their way between desks, and links that stand for an account.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261203_0100_TasksAndHandovers")]
public sealed class TasksAndHandoversTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("held_outside", "complaint", nullable: true);
        CreateLinks(migrationBuilder);
        CreateTasks(migrationBuilder);
        CreateHandovers(migrationBuilder);
        FillTasks(migrationBuilder);
    }

    private static void CreateLinks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "signed_link",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                purpose = t.Column<string>(nullable: false),
                thing_id = t.Column<Guid>(nullable: false),
                secret_hash = t.Column<byte[]>(nullable: false),
                made_by = t.Column<Guid>(nullable: true),
                made_at = t.Column<DateTime>(nullable: false),
                expires_at = t.Column<DateTime>(nullable: false),
                opened_at = t.Column<DateTime>(nullable: true),
                ended_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_signed_link", x => x.id));
        migrationBuilder.CreateIndex("ix_signed_link_secret_hash", "signed_link", "secret_hash", unique: true);
        migrationBuilder.CreateIndex("ix_signed_link_thing_id_id", "signed_link", ["thing_id", "id"]);
    }

    private static void CreateTasks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "work_task",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                kind = t.Column<string>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: false),
                village_code = t.Column<string>(nullable: false),
                is_sensitive = t.Column<bool>(nullable: false),
                concerns = t.Column<string>(nullable: true),
                concerns_staff_id = t.Column<Guid>(nullable: true),
                desk_role = t.Column<string>(nullable: true),
                staff_id = t.Column<Guid>(nullable: true),
                asked_by = t.Column<Guid>(nullable: true),
                rank = t.Column<int>(nullable: false),
                due_on = t.Column<DateOnly>(nullable: false),
                since = t.Column<DateTime>(nullable: false),
                taken_at = t.Column<DateTime>(nullable: true),
                touched_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_work_task", x => x.id));
        migrationBuilder.CreateIndex("ix_work_task_complaint_id", "work_task", "complaint_id");
        foreach (var level in new[] { "regency", "district", "village" })
        {
            migrationBuilder.CreateIndex(
                $"ix_work_task_desk_role_{level}_code_staff_id_rank_due_on_id", "work_task", ["desk_role", $"{level}_code", "staff_id", "rank", "due_on", "id"]);
        }

        foreach (var person in new[] { "staff_id", "asked_by" })
        {
            migrationBuilder.CreateIndex($"ix_work_task_{person}_rank_due_on_id", "work_task", [person, "rank", "due_on", "id"], filter: $"{person} is not null");
        }
    }

    private static void CreateHandovers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "handover",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                number = t.Column<string>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: false),
                village_code = t.Column<string>(nullable: false),
                is_sensitive = t.Column<bool>(nullable: false),
                concerns = t.Column<string>(nullable: true),
                concerns_staff_id = t.Column<Guid>(nullable: true),
                from_desk = t.Column<string>(nullable: false),
                from_staff_id = t.Column<Guid>(nullable: true),
                to_desk = t.Column<string>(nullable: false),
                to_area = t.Column<string>(nullable: true),
                reason = t.Column<string>(nullable: false),
                request = t.Column<byte[]>(nullable: true),
                sent_at = t.Column<DateTime>(nullable: false),
                due_on = t.Column<DateOnly>(nullable: false),
                status = t.Column<string>(nullable: false),
                is_running = t.Column<bool>(nullable: false),
                accepted_at = t.Column<DateTime>(nullable: true),
                accepted_by = t.Column<Guid>(nullable: true),
                ended_at = t.Column<DateTime>(nullable: true),
                answer = t.Column<byte[]>(nullable: true),
                answered_by = t.Column<byte[]>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_handover", x => x.id));
        migrationBuilder.CreateIndex("ix_handover_number", "handover", "number", unique: true);
        migrationBuilder.CreateIndex("ix_handover_complaint_id_id", "handover", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_handover_running", "handover", "complaint_id", unique: true, filter: "is_running");
        migrationBuilder.CreateIndex("ix_handover_due", "handover", ["due_on", "id"], filter: "is_running");
    }

    /// <summary>Each complaint of before that is not settled waits for its step, as StepTasks would have written it.</summary>
    private static void FillTasks(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        insert into work_task (id, kind, complaint_id, regency_code, district_code, village_code, is_sensitive, concerns, concerns_staff_id,
                               desk_role, staff_id, rank, due_on, since, taken_at)
        select id,
               case status when 'received' then 'receive' when 'in_review' then 'review' when 'field_verification' then 'visit'
                           when 'supervisor_review' then 'approve_visit' when 'manager_decision' then 'decide'
                           when 'needs_information' then 'resident_answer' when 'answered' then 'resident_confirm' else 'partner_answer' end,
               id, regency_code, district_code, village_code, is_sensitive, concerns, concerns_staff_id,
               case concerns when 'village_office' then 'supervisor' when 'manager' then 'administrator'
                             when 'district_supervisor' then 'manager' when 'regency_office' then 'manager'
                   else case status when 'received' then 'frontoffice' when 'field_verification' then 'facilitator'
                                    when 'supervisor_review' then 'supervisor' when 'manager_decision' then 'manager'
                                    when 'referred' then 'manager' when 'accepted_by_partner' then 'manager' when 'in_service' then 'manager'
                                    else 'analyst' end end,
               assigned_to, case urgency when 'emergency' then 0 else 1 end, promise_on, moved_at,
               case when assigned_to is null then null else moved_at end
        from complaint where status_type in ('open', 'waiting')
        """);
}
