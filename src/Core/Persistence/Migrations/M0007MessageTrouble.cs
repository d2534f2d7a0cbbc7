using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Why somebody set a parked message aside, and the few that are parked without reading the whole inbox.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0007_MessageTrouble")]
public sealed class M0007MessageTrouble : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<byte[]>("note", "inbound_message", nullable: true);
        migrationBuilder.CreateIndex("ix_inbound_message_parked", "inbound_message", ["id"], filter: "state = 'parked'");
    }
}
