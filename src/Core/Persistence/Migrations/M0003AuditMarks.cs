using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

[DbContext(typeof(SlrtDbContext))]
[Migration("0003_AuditMarks")]
public sealed class M0003AuditMarks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "audit_marks",
            columns: t => new
            {
                number = t.Column<int>(nullable: false),
                marks = t.Column<byte[]>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_audit_marks", x => x.number);
            });
        M0001Initial.AppendOnly(migrationBuilder, "audit_marks");
    }
}
