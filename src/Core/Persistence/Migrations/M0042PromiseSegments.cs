using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SlrtBot.Core.Persistence.Migrations;

/// <summary>
/// From when to when the clock of a promise ran or stood. Read by complaint, which the key begins with. What was lodged
/// before gets its first segments when a wait of it ends.
/// </summary>
[DbContext(typeof(SlrtDbContext))]
[Migration("0042_PromiseSegments")]
public sealed class M0042PromiseSegments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            name: "promise_segment",
            columns: t => new
            {
                complaint_id = t.Column<Guid>(nullable: false),
                id = t.Column<Guid>(nullable: false),
                from_at = t.Column<DateTime>(nullable: false),
                clock = t.Column<string>(nullable: false),
                days = t.Column<int>(nullable: true),
                calendar = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_promise_segment", x => new { x.complaint_id, x.id }));
}
