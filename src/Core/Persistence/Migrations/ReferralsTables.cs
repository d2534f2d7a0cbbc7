using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Referrals as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_1100_Referrals")]
public sealed class ReferralsTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "referral",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                number = t.Column<string>(nullable: false),
                complaint_id = t.Column<Guid>(nullable: false),
                partner_id = t.Column<Guid>(nullable: false),
                programme_code = t.Column<string>(nullable: true),
                status = t.Column<string>(nullable: false),
                regency_code = t.Column<string>(nullable: false),
                district_code = t.Column<string>(nullable: false),
                village_code = t.Column<string>(nullable: false),
                is_sensitive = t.Column<bool>(nullable: false),
                concerns = t.Column<string>(nullable: true),
                concerns_staff_id = t.Column<Guid>(nullable: true),
                request = t.Column<byte[]>(nullable: false),
                due_on = t.Column<DateOnly>(nullable: false),
                consent = t.Column<string>(nullable: false),
                sent_by = t.Column<Guid>(nullable: false),
                sent_at = t.Column<DateTime>(nullable: false),
                answered_at = t.Column<DateTime>(nullable: true),
                answer = t.Column<byte[]>(nullable: true),
                reason = t.Column<string>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_referral", x => x.id));
        migrationBuilder.CreateIndex("ix_referral_complaint_id_id", "referral", ["complaint_id", "id"]);
        migrationBuilder.CreateIndex("ix_referral_district_code_status_due_on_id", "referral", ["district_code", "status", "due_on", "id"]);
        migrationBuilder.CreateIndex("ix_referral_number", "referral", "number", unique: true);
        migrationBuilder.CreateIndex("ix_referral_partner_id_status_due_on", "referral", ["partner_id", "status", "due_on"]);
        migrationBuilder.CreateIndex("ix_referral_regency_code_status_due_on_id", "referral", ["regency_code", "status", "due_on", "id"]);
        migrationBuilder.CreateIndex("ix_referral_village_code_status_due_on_id", "referral", ["village_code", "status", "due_on", "id"]);
    }
}
