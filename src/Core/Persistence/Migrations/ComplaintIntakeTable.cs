using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>How complaints came that staff wrote down at the desk.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261202_0310_ComplaintIntake")]
public sealed class ComplaintIntakeTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "complaint_intake",
        columns: t => new
        {
            complaint_id = t.Column<Guid>(nullable: false),
            paper_on = t.Column<DateOnly>(nullable: true),
            consent = t.Column<string>(nullable: true),
            consent_on = t.Column<DateOnly>(nullable: true),
            staff_id = t.Column<Guid>(nullable: false),
            at = t.Column<DateTime>(nullable: false),
        },
        constraints: t => t.PrimaryKey("pk_complaint_intake", x => x.complaint_id));
}
