using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Files as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_0200_Files")]
public sealed class FilesTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
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
            constraints: t => t.PrimaryKey("pk_stored_file", x => x.id));
        migrationBuilder.CreateIndex("ix_stored_file_complaint_id", "stored_file", "complaint_id");
        migrationBuilder.CreateIndex("ix_stored_file_conversation_id", "stored_file", "conversation_id");
        migrationBuilder.CreateIndex("ix_stored_file_draft_id", "stored_file", "draft_id");
        migrationBuilder.CreateIndex("ix_stored_file_not_before", "stored_file", "not_before", filter: "state = 'pending'");
    }
}
