using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Jobs;

/// <summary>A job that walks due rows takes each by itself: one that fails is somebody's to look at, and nobody else's trouble.</summary>
public sealed class DueRowsTests
{
    [Theory]
    [OnSqlite("remind"), OnPostgres("remind")]
    [OnSqlite("ask-received"), OnPostgres("ask-received")]
    [OnSqlite("drafts"), OnPostgres("drafts")]
    [OnSqlite("overdue"), OnPostgres("overdue")]
    [OnSqlite("at-risk"), OnPostgres("at-risk")]
    [OnSqlite("recount"), OnPostgres("recount")]
    [OnSqlite("end-idle-handovers"), OnPostgres("end-idle-handovers")]
    [OnSqlite("waiting-talks"), OnPostgres("waiting-talks")]
    [OnSqlite("alarm-reach"), OnPostgres("alarm-reach")]
    [OnSqlite("forget-alarms"), OnPostgres("forget-alarms")]
    [OnSqlite("index-numbers"), OnPostgres("index-numbers")]
    public async Task A_row_that_cannot_be_read_holds_up_no_other(DatabaseProvider provider, string job)
    {
        // Arrange: the spoilt one is the oldest.
        await using var database = await TestData.WithAreasAsync(provider);
        var due = DueCase.OfJob[job];
        var spoilt = await due.MakeAsync(database, "1");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var others = new[] { await due.MakeAsync(database, "2"), await due.MakeAsync(database, "3") };
        await due.SpoilAsync(database, spoilt);
        database.Clock.Advance(due.After);

        // Act
        await DueCase.RunAsync(database, job);

        // Assert
        Assert.False(await due.IsHandledAsync(database, spoilt));
        Assert.True(await due.IsHandledAsync(database, others[0]));
        Assert.True(await due.IsHandledAsync(database, others[1]));
        Assert.Null((await database.ReadAsync(db => db.JobRuns.SingleAsync(r => r.Job == job))).ErrorCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_fails_five_times_is_parked_until_somebody_lets_it_try_again(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var due = DueCase.OfJob["remind"];
        var row = await due.MakeAsync(database, "1");
        await due.SpoilAsync(database, row);
        database.Clock.Advance(due.After);

        // Act
        var tries = new List<(int Attempts, bool Parked)>();
        for (var run = 0; run < 7; run++)
        {
            await DueCase.RunAsync(database, "remind");
            var parked = await ParkedAsync(database);
            tries.Add((parked!.Attempts, parked.ParkedAt is not null));
            database.Clock.Advance(TimeSpan.FromHours(7));
        }

        await due.MendAsync(database, row);
        await DueCase.RunAsync(database, "remind");
        var stillParked = await due.IsHandledAsync(database, row);
        var first = await RetryAsync(database, row);
        var second = await RetryAsync(database, row);
        await DueCase.RunAsync(database, "remind");

        // Assert
        Assert.Equal([(1, false), (2, false), (3, false), (4, false), (5, true), (5, true), (5, true)], tries);
        Assert.False(stillParked);
        Assert.Equal((true, "already_done"), (first.Succeeded, Assert.Single(second.Refusals).Code));
        Assert.True(await due.IsHandledAsync(database, row));
        Assert.Null(await ParkedAsync(database));
        Assert.Equal(["row.tried_again"], (await database.AuditedAsync(row)).Where(v => v.StartsWith("row.", StringComparison.Ordinal)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_failed_is_counted_and_named_by_type_and_leaves_no_trace_once_it_went_well(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var due = DueCase.OfJob["remind"];
        var row = await due.MakeAsync(database, "1");
        var other = await due.MakeAsync(database, "2");
        await due.SpoilAsync(database, row);
        database.Clock.Advance(due.After);

        // Act
        await DueCase.RunAsync(database, "remind");
        var (run, parked) = (await database.ReadAsync(db => db.JobRuns.SingleAsync()), await ParkedAsync(database));
        await DueCase.RunAsync(database, "remind");
        var tooEarly = await ParkedAsync(database);
        await due.MendAsync(database, row);
        database.Clock.Advance(TimeSpan.FromMinutes(2));
        await DueCase.RunAsync(database, "remind");

        // Assert
        Assert.Equal((1, 1, null), (run.Handled, run.Failed, run.ErrorCode));
        Assert.Equal(("remind", row, nameof(CryptographicException), 1), (parked!.Job, parked.RowId, parked.ErrorCode, parked.Attempts));
        Assert.Equal(1, tooEarly!.Attempts);
        Assert.True(await due.IsHandledAsync(database, row) && await due.IsHandledAsync(database, other));
        Assert.Null(await ParkedAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_row_is_stamped_with_the_time_at_which_it_was_taken(DatabaseProvider provider)
    {
        // Arrange: every row takes a minute and a half.
        await using var database = await TestData.WithAreasAsync(
            provider, s => s.AddScoped<IEventHandler<ComplaintBecameOverdue>, TakesLong>());
        var due = DueCase.OfJob["overdue"];
        foreach (var address in new[] { "1", "2", "3" })
        {
            await due.MakeAsync(database, address);
        }

        database.Clock.Advance(due.After);
        var began = database.Clock.UtcNow;

        // Act
        await DueCase.RunAsync(database, "overdue");

        // Assert
        var stamps = await database.ReadAsync(db => db.AuditActs.Where(a => a.Verb == "complaint.overdue").OrderBy(a => a.Id).Select(a => a.At).ToListAsync());
        Assert.Equal([0d, 90d, 180d], stamps.Select(at => (at - began).TotalSeconds));
    }

    [Theory, OnSqlite]
    public async Task More_than_one_page_of_due_rows_is_taken_in_one_run_also_where_the_first_ones_fail(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var due = DueCase.OfJob["end-idle-handovers"];
        var rows = new List<Guid>();
        for (var i = 0; i < 420; i++)
        {
            rows.Add(await due.MakeAsync(database, $"{i}"));
        }

        foreach (var row in rows.Take(210))
        {
            await due.SpoilAsync(database, row);
        }

        database.Clock.Advance(due.After);

        // Act
        await DueCase.RunAsync(database, "end-idle-handovers");

        // Assert
        var run = await database.ReadAsync(db => db.JobRuns.SingleAsync());
        Assert.Equal((210, 210), (run.Handled, run.Failed));
    }

    [Theory, OnSqlite]
    public async Task Those_that_turn_out_not_to_be_due_do_not_hide_the_ones_behind_them(DatabaseProvider provider)
    {
        // Arrange: a page of complaints whose promised day is not over here yet, and behind them one of Jayapura, where it is.
        await using var database = await TestDatabase.CreateAsync(provider, null, ("Slrt:TimeZone", "Asia/Jayapura"));
        await database.Services.GetRequiredService<PrepareAreas>().AtStartAsync(default);
        var due = DueCase.OfJob["overdue"];
        for (var i = 0; i < 201; i++)
        {
            await due.MakeAsync(database, $"{i}");
        }

        var ids = await database.ReadAsync(db => db.Complaints.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        var yesterday = DateOnly.FromDateTime(database.Clock.UtcNow).AddDays(-1);
        await database.Gate.ExecuteAsync(
            async g => await g.ExecuteAsync("update complaint set promise_on = @p0", yesterday.AddDays(1))
                + await g.ExecuteAsync("update complaint set village_code = '91.71.01.1001', promise_on = @p0 where id = @p1", yesterday.AddDays(1), ids[^1]),
            default);

        // Act: 23:30 in Bandung, half past one of the next day in Jayapura.
        database.Clock.SetUtc(yesterday.AddDays(1).ToDateTime(new TimeOnly(16, 30), DateTimeKind.Utc));
        await DueCase.RunAsync(database, "overdue");

        // Assert
        Assert.Equal([ids[^1]], await database.ReadAsync(db => db.Complaints.Where(c => c.IsOverdue).Select(c => c.Id).ToListAsync()));
    }

    private static Task<ParkedRow?> ParkedAsync(TestDatabase database) => database.ReadAsync(db => db.ParkedRows.AsNoTracking().SingleOrDefaultAsync());

    private static Task<Outcome<Done>> RetryAsync(TestDatabase database, Guid row) => database.Units.RunAsync<RetryParkedRow, Done>(
        (act, ct) => act.DoAsync("remind", row, Provenance.Staff(SequentialId.Next(DateTime.UnixEpoch), database.Clock.UtcNow), ct), default);

    private sealed class TakesLong(TimeProvider clock) : IEventHandler<ComplaintBecameOverdue>
    {
        public Task HandleAsync(ComplaintBecameOverdue happened, CancellationToken cancellationToken)
        {
            ((TestClock)clock).Advance(TimeSpan.FromSeconds(90));
            return Task.CompletedTask;
        }
    }
}
