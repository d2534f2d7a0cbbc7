using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Programmes as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_0600_Programmes")]
public sealed class ProgrammesTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "programme",
            columns: t => new
            {
                code = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                owner = t.Column<string>(nullable: false),
                is_active = t.Column<bool>(nullable: false),
                short_name = t.Column<string>(nullable: true),
                topic = t.Column<string>(nullable: true),
                also = t.Column<string>(nullable: true),
                what = t.Column<string>(nullable: true),
                audience = t.Column<string>(nullable: true),
                papers = t.Column<string>(nullable: true),
                office = t.Column<string>(nullable: true),
                schedule = t.Column<string>(nullable: true),
                source = t.Column<string>(nullable: true),
                checked_on = t.Column<DateOnly>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_programme", x => x.code));
    }
}
