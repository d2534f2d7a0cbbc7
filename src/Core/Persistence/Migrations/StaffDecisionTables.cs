using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>What administrators decide about accounts, days of absence, and whom a deputy stands in for.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261202_0300_StaffDecisions")]
public sealed class StaffDecisionTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("stands_in_for", "staff_role", nullable: true);
        migrationBuilder.CreateIndex("ix_staff_role_stands_in_for", "staff_role", "stands_in_for", filter: "stands_in_for is not null");

        migrationBuilder.CreateTable(
            name: "staff_absence",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                staff_id = t.Column<Guid>(nullable: false),
                first_day = t.Column<DateOnly>(nullable: false),
                last_day = t.Column<DateOnly>(nullable: false),
                cancelled_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_staff_absence", x => x.id);
                t.ForeignKey("fk_staff_absence_staff_id", x => x.staff_id, "staff_member", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_staff_absence_running", "staff_absence", "last_day", filter: "cancelled_at is null");
        migrationBuilder.CreateIndex("ix_staff_absence_staff_id_last_day", "staff_absence", ["staff_id", "last_day"]);

        migrationBuilder.CreateTable(
            name: "staff_decision",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                staff_id = t.Column<Guid>(nullable: false),
                other_staff_id = t.Column<Guid>(nullable: true),
                kind = t.Column<string>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
                decided_by = t.Column<Guid>(nullable: true),
                before = t.Column<string>(nullable: true),
                after = t.Column<string>(nullable: true),
                words = t.Column<byte[]>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_staff_decision", x => x.id);
                t.ForeignKey("fk_staff_decision_staff_id", x => x.staff_id, "staff_member", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_staff_decision_other_staff_id_id", "staff_decision", ["other_staff_id", "id"], filter: "other_staff_id is not null");
        migrationBuilder.CreateIndex("ix_staff_decision_staff_id_id", "staff_decision", ["staff_id", "id"]);
        AppendOnly.Protect(migrationBuilder, "staff_decision");
    }
}
