using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>What staff made of the urgency of complaints.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0036_UrgencyRevisions")]
public sealed class M0036UrgencyRevisions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "urgency_revision",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                from_urgency = t.Column<string>(nullable: false),
                to_urgency = t.Column<string>(nullable: false),
                note_id = t.Column<Guid>(nullable: true),
                staff_id = t.Column<Guid>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_urgency_revision", x => x.id));
        migrationBuilder.CreateIndex("ix_urgency_revision_complaint_id_id", "urgency_revision", ["complaint_id", "id"]);
    }
}
