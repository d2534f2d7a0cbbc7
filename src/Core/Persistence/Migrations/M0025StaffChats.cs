using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Chats that are linked to staff accounts, and complaints that staff helped to lodge.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0025_StaffChats")]
public sealed class M0025StaffChats : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "staff_chat",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                staff_id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: false),
                linked_at = t.Column<DateTime>(nullable: false),
                unlinked_at = t.Column<DateTime>(nullable: true),
                unlinked_by = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_staff_chat", x => x.id);
                t.ForeignKey("fk_staff_chat_staff_id", x => x.staff_id, "staff_member", "id", onDelete: ReferentialAction.Cascade);
                t.ForeignKey("fk_staff_chat_conversation_id", x => x.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_staff_chat_conversation_id", "staff_chat", "conversation_id", unique: true, filter: "unlinked_at is null");
        migrationBuilder.CreateIndex("ix_staff_chat_staff_id_id", "staff_chat", ["staff_id", "id"]);
        migrationBuilder.AddColumn<byte[]>("chat_code_hash", "staff_member", nullable: true);
        migrationBuilder.AddColumn<DateTime>("chat_code_expires", "staff_member", nullable: true);
        migrationBuilder.CreateIndex("ix_staff_member_chat_code_hash", "staff_member", "chat_code_hash", unique: true);
        migrationBuilder.AddColumn<Guid>("assisted_by", "complaint", nullable: true);
    }
}
