using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Every turn asks whether a change came before its message; hardly ever did one.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261203_0500_LooseEdits")]
public sealed class LooseEditIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex(
        "ix_inbound_message_loose_edit",
        "inbound_message",
        ["conversation_id", "id"],
        filter: "kind = 'edit' and corrects_id is null and payload is not null");
}
