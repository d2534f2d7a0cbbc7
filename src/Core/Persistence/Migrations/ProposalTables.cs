using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>What is proposed to the keeper of the poverty data, and how it went.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261207_0200_Proposals")]
public sealed class ProposalTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "proposal",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: false),
                village_code = t.Column<string>(nullable: false),
                is_sensitive = t.Column<bool>(nullable: false),
                concerns = t.Column<string>(nullable: true),
                concerns_staff_id = t.Column<Guid>(nullable: true),
                recused = t.Column<string>(nullable: true),
                kind = t.Column<string>(nullable: false),
                path = t.Column<string>(nullable: false),
                status = t.Column<string>(nullable: false),
                is_running = t.Column<bool>(nullable: false),
                cycle = t.Column<DateOnly>(nullable: false),
                facts = t.Column<string>(nullable: false),
                words = t.Column<byte[]>(nullable: true),
                whom_index = t.Column<byte[]>(nullable: true),
                visit_id = t.Column<Guid>(nullable: true),
                proposed_by = t.Column<Guid>(nullable: false),
                proposed_at = t.Column<DateTime>(nullable: false),
                ended_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_proposal", x => x.id));
        migrationBuilder.CreateIndex("ix_proposal_complaint_id_id", "proposal", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_proposal_whom", "proposal", "whom_index", filter: "is_running and whom_index is not null");
        migrationBuilder.CreateIndex("ix_proposal_regency_code_status_id", "proposal", ["regency_code", "status", "id"]);
        migrationBuilder.CreateIndex("ix_proposal_district_code_status_id", "proposal", ["district_code", "status", "id"]);
        migrationBuilder.CreateIndex("ix_proposal_village_code_status_id", "proposal", ["village_code", "status", "id"]);

        migrationBuilder.CreateTable(
            name: "proposal_move",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                proposal_id = t.Column<Guid>(nullable: false),
                from_status = t.Column<string>(nullable: false),
                to_status = t.Column<string>(nullable: false),
                verb = t.Column<string>(nullable: false),
                reason = t.Column<string>(nullable: true),
                paper_id = t.Column<Guid>(nullable: true),
                words = t.Column<byte[]>(nullable: true),
                actor_kind = t.Column<string>(nullable: false),
                actor_id = t.Column<Guid>(nullable: true),
                at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_proposal_move", x => x.id));
        migrationBuilder.CreateIndex("ix_proposal_move_proposal_id_id", "proposal_move", ["proposal_id", "id"]);
    }
}
