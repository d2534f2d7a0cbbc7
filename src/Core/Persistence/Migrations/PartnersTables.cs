using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of Partners as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_0700_Partners")]
public sealed class PartnersTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "partner",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                code = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                kind = t.Column<string>(nullable: false),
                services = t.Column<string>(nullable: false),
                area_code = t.Column<string>(nullable: false),
                address = t.Column<string>(nullable: true),
                telephone = t.Column<string>(nullable: true),
                contact_person = t.Column<byte[]>(nullable: true),
                response_days = t.Column<int>(nullable: false),
                is_active = t.Column<bool>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_partner", x => x.id));
        migrationBuilder.CreateIndex("ix_partner_area_code", "partner", "area_code");
        migrationBuilder.CreateIndex("ix_partner_code", "partner", "code", unique: true);
    }
}
