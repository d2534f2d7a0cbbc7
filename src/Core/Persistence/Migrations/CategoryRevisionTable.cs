using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>What staff said that a complaint is about, beside what it was lodged as.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261204_0300_CategoryRevision")]
public sealed class CategoryRevisionTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("original_category", "complaint", nullable: true);
        migrationBuilder.CreateTable(
            name: "category_revision",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                from_code = t.Column<string>(nullable: false),
                to_code = t.Column<string>(nullable: false),
                was_sensitive = t.Column<bool>(nullable: false),
                is_sensitive = t.Column<bool>(nullable: false),
                note_id = t.Column<Guid>(nullable: false),
                staff_id = t.Column<Guid>(nullable: false),
                at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_category_revision", x => x.id));
        migrationBuilder.CreateIndex("ix_category_revision_complaint_id_id", "category_revision", ["complaint_id", "id"]);
    }
}
