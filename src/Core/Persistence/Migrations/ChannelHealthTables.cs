using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Tables of ChannelHealth as of release 0.2.0. Released: never changed, only followed (docs/adr/0003).</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("20261130_1200_ChannelHealth")]
public sealed class ChannelHealthTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "channel_alarm",
            columns: t => new
            {
                id = t.Column<Guid>(nullable: false),
                channel = t.Column<string>(nullable: false),
                kind = t.Column<string>(nullable: false),
                raised_at = t.Column<DateTime>(nullable: false),
                ended_at = t.Column<DateTime>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_channel_alarm", x => x.id));
        migrationBuilder.CreateIndex("ix_channel_alarm_channel", "channel_alarm", "channel", unique: true, filter: "ended_at is null");

        migrationBuilder.CreateTable(
            name: "channel_check",
            columns: t => new
            {
                channel = t.Column<string>(nullable: false),
                state = t.Column<string>(nullable: false),
                since = t.Column<DateTime>(nullable: false),
                webhook = t.Column<string>(nullable: true),
                expected_webhook = t.Column<string>(nullable: true),
                waiting_there = t.Column<int>(nullable: true),
                last_error_at = t.Column<DateTime>(nullable: true),
                last_error = t.Column<string>(nullable: true),
                last_received_at = t.Column<DateTime>(nullable: true),
                last_sent_at = t.Column<DateTime>(nullable: true),
                checked_at = t.Column<DateTime>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_channel_check", x => x.channel));

        migrationBuilder.CreateTable(
            name: "channel_hour",
            columns: t => new
            {
                channel = t.Column<string>(nullable: false),
                hour = t.Column<DateTime>(nullable: false),
                received = t.Column<int>(nullable: false),
                sent = t.Column<int>(nullable: false),
                failed = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_channel_hour", x => new { x.channel, x.hour }));
        migrationBuilder.CreateIndex("ix_channel_hour_hour", "channel_hour", "hour");
    }
}
