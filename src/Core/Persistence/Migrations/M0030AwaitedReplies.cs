using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>Some callers want the replies in the response to their own call.</summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0030_AwaitedReplies")]
public sealed class M0030AwaitedReplies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTime>("replies_awaited_until", "conversation", nullable: true);
}
