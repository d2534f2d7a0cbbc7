using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Audit as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_0100_Audit")]
public sealed class AuditTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
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
            constraints: t => t.PrimaryKey("pk_audit_act", x => x.id));
        migrationBuilder.CreateIndex("ix_audit_act_actor_id_id", "audit_act", ["actor_id", "id"]);
        migrationBuilder.CreateIndex("ix_audit_act_subject_id_id", "audit_act", ["subject_id", "id"]);
        AppendOnly.Protect(migrationBuilder, "audit_act");

        migrationBuilder.CreateTable(
            name: "audit_marks",
            columns: t => new
            {
                number = t.Column<int>(nullable: false),
                marks = t.Column<byte[]>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_audit_marks", x => x.number));
        AppendOnly.Protect(migrationBuilder, "audit_marks");

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
            constraints: t => t.PrimaryKey("pk_audit_seal", x => x.number));
        AppendOnly.Protect(migrationBuilder, "audit_seal");
    }
}
