using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>People who speak for others, with the consent of those, and the guardians of children.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0022_Representatives")]
public sealed class M0022Representatives : Migration
{
    private const string Table = "complaint_representative";
    private const string Complaint = "complaint";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: Table,
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<Guid>(nullable: true),
                name = t.Column<byte[]>(nullable: true),
                relation = t.Column<string>(nullable: false),
                consent = t.Column<string>(nullable: false),
                way = t.Column<string>(nullable: true),
                text_version = t.Column<string>(nullable: true),
                recorded_at = t.Column<DateTime>(nullable: false),
                recorded_by = t.Column<string>(nullable: false),
                recorded_by_id = t.Column<Guid>(nullable: true),
                withdrawn_at = t.Column<DateTime>(nullable: true),
                slip_hash = t.Column<byte[]>(nullable: true),
                slip_expires_at = t.Column<DateTime>(nullable: true),
                linked_at = t.Column<DateTime>(nullable: true),
                ended_at = t.Column<DateTime>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey($"pk_{Table}", x => x.id));
        migrationBuilder.CreateIndex($"ix_{Table}_complaint_id_id", Table, ["complaint_id", "id"]);
        migrationBuilder.CreateIndex(
            $"ix_{Table}_conversation_id_complaint_id", Table, ["conversation_id", "complaint_id"], filter: "conversation_id is not null");
        migrationBuilder.CreateIndex($"ix_{Table}_slip_hash", Table, "slip_hash", unique: true, filter: "slip_hash is not null");
        migrationBuilder.AddColumn<bool>("is_child", Complaint, nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<byte[]>("guardian_name", Complaint, nullable: true);
        migrationBuilder.AddColumn<string>("guardian_relation", Complaint, nullable: true);
    }
}
