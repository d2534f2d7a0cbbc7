using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>A blind index of a NIK's last digits; the job <c>index-numbers</c> fills it in for what is there already.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261202_0300_NationalIdTail")]
public sealed class NationalIdTailColumn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<byte[]>("national_id_tail", "complaint", nullable: true);
        migrationBuilder.CreateIndex(
            "ix_complaint_national_id_tail", "complaint", ["national_id_tail", "id"], filter: "national_id_tail is not null");
        migrationBuilder.CreateIndex(
            "ix_complaint_tail_missing", "complaint", "id", filter: "national_id is not null and national_id_tail is null");
    }
}
