using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Complaints about officials, and the word that opens official messages.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0017_Officials")]
public sealed class M0017Officials : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "complaint", "referral" })
        {
            migrationBuilder.AddColumn<string>("concerns", table, nullable: true);
            migrationBuilder.AddColumn<Guid>("concerns_staff_id", table, nullable: true);
        }

        migrationBuilder.AddColumn<byte[]>("official_name", "complaint", nullable: true);
        migrationBuilder.AddColumn<byte[]>("key_word", "conversation", nullable: true);
        migrationBuilder.CreateIndex(
            "ix_complaint_concerns", "complaint", ["regency_code", "status_type", "promise_on", "id"], filter: "concerns is not null");
    }
}
