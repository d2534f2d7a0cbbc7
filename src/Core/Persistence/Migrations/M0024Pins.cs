using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>A PIN for a chat that several people hold, and messages that wait for it.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0024_Pins")]
public sealed class M0024Pins : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<byte[]>("pin", "conversation", nullable: true);
        migrationBuilder.AddColumn<DateTime>("pin_open_until", "conversation", nullable: true);
        migrationBuilder.AddColumn<byte[]>("withheld", "outbound_message", nullable: true);
        migrationBuilder.AddColumn<DateTime>("revealed_at", "outbound_message", nullable: true);
        migrationBuilder.CreateIndex(
            "ix_outbound_message_withheld", "outbound_message", ["conversation_id", "id"], filter: "withheld is not null and revealed_at is null");
    }
}
