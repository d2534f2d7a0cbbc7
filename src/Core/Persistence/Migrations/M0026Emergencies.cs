using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Emergencies stop what is under way in a chat and stand on top of the talks.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0026_Emergencies")]
public sealed class M0026Emergencies : Migration
{
    private const string Running = "state in ('requested', 'active')";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("priority", "handover", nullable: false, defaultValue: "ordinary");
        migrationBuilder.AddColumn<string>("danger", "handover", nullable: true);
        migrationBuilder.AddColumn<DateTime>("danger_at", "handover", nullable: true);
        migrationBuilder.AddColumn<DateTime>("alerted_at", "handover", nullable: true);
        migrationBuilder.CreateIndex("ix_handover_regency_order", "handover", ["regency_code", "priority", "id"], filter: Running);
        migrationBuilder.DropIndex("ix_handover_regency_running", "handover");
        migrationBuilder.AddColumn<string>("danger", "conversation", nullable: true);
        migrationBuilder.AddColumn<DateTime>("danger_at", "conversation", nullable: true);
        migrationBuilder.AddColumn<byte[]>("held", "conversation", nullable: true);
    }
}
