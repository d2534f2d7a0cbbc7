using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of DataRequests as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_1000_DataRequests")]
public sealed class DataRequestsTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "data_request",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: false),
                kind = t.Column<string>(nullable: false),
                state = t.Column<string>(nullable: false),
                words = t.Column<byte[]>(nullable: true),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: true),
                village_code = t.Column<string>(nullable: true),
                is_sensitive = t.Column<bool>(nullable: false),
                opened_at = t.Column<DateTime>(nullable: false),
                due_at = t.Column<DateTime>(nullable: false),
                handled_by = t.Column<Guid>(nullable: true),
                handled_at = t.Column<DateTime>(nullable: true),
                answer = t.Column<byte[]>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_data_request", x => x.id);
                t.ForeignKey("fk_data_request_conversation_id", x => x.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_data_request_open", "data_request", ["conversation_id", "kind"], unique: true, filter: "state = 'open'");
        migrationBuilder.CreateIndex("ix_data_request_regency_code_state_due_at", "data_request", ["regency_code", "state", "due_at"]);
    }
}
