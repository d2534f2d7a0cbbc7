using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>What each step of the workflow leaves behind.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261205_0100_Products")]
public sealed class ProductTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "product",
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
                result = t.Column<string>(nullable: true),
                facts = t.Column<string>(nullable: false),
                words = t.Column<byte[]>(nullable: true),
                into_id = t.Column<Guid>(nullable: true),
                made_by = t.Column<Guid>(nullable: false),
                made_at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_product", x => x.id));
        migrationBuilder.CreateIndex("ix_product_complaint_id_id", "product", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_product_into_id", "product", "into_id", filter: "into_id is not null");
    }
}
