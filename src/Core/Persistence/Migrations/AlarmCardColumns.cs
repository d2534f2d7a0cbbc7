using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>What staff read of an alarm: what threatens, where, who is there; and how long that is kept.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261201_0100_AlarmCard")]
public sealed class AlarmCardColumns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("danger_kind", "talk", nullable: true);
        migrationBuilder.AddColumn<DateTime>("reached_at", "talk", nullable: true);
        migrationBuilder.AddColumn<DateTime>("unreached_told_at", "talk", nullable: true);
        migrationBuilder.AddColumn<byte[]>("words", "talk", nullable: true);
        migrationBuilder.AddColumn<byte[]>("whereabouts", "talk", nullable: true);
        migrationBuilder.AddColumn<byte[]>("pin", "talk", nullable: true);
        migrationBuilder.AddColumn<byte[]>("company", "talk", nullable: true);
        migrationBuilder.AddColumn<byte[]>("phone", "talk", nullable: true);
        migrationBuilder.AddColumn<string>("ground", "talk", nullable: true);
        migrationBuilder.AddColumn<DateTime>("forget_at", "talk", nullable: true);
        migrationBuilder.CreateIndex("ix_talk_forget", "talk", "forget_at", filter: "forget_at is not null");
    }
}
