using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Questions, suggestions and complaints are told apart, and the programme that they are about is kept.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0027_Kinds")]
public sealed class M0027Kinds : Migration
{
    private static readonly string[] Order = ["regency_code", "status_type", "promise_on", "id"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("kind", "complaint", nullable: false, defaultValue: "complaint");
        migrationBuilder.AddColumn<string>("programme_code", "complaint", nullable: true);
        migrationBuilder.AddColumn<string>("original_kind", "complaint", nullable: true);
        migrationBuilder.AddColumn<string>("original_programme", "complaint", nullable: true);
        migrationBuilder.CreateIndex("ix_complaint_kind", "complaint", Order, filter: "kind in ('question', 'suggestion')");
        migrationBuilder.CreateIndex(
            "ix_complaint_programme", "complaint", ["regency_code", "programme_code", "status_type", "promise_on", "id"],
            filter: "programme_code is not null");
    }
}
