using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Persistence;

public sealed class UnitOfWorkTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_hundred_units_on_one_row_all_take_effect_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider, s => s.AddScoped<AddDay>());
        var partner = NewPartner("dinsos");
        await database.AddAsync(partner);
        var attempts = 0;

        // Act
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, stop) =>
        {
            Outcome<int> outcome;
            do
            {
                Interlocked.Increment(ref attempts);
                outcome = await TryAsync(() => database.Units.RunAsync<AddDay, int>((act, ct) => act.DoAsync(partner.Id, ct), stop));
            }
            while (!outcome.Succeeded);
        });

        // Assert
        var stored = await database.ReadAsync(db => db.Partners.SingleAsync());
        Assert.Equal(200, stored.ResponseDays);
        Assert.Equal(200, stored.Version);
        Assert.Equal(200, await database.ReadAsync(db => db.AuditActs.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_change_one_row_the_slower_decides_anew_on_what_the_other_wrote(DatabaseProvider provider)
    {
        // Arrange: the slower has read the row, and saves when the other is done.
        var meeting = new Meeting();
        await using var database = await TestDatabase.CreateAsync(provider, s => s.AddScoped<AddDay>().AddScoped<AddDaySlowly>().AddSingleton(meeting));
        var partner = NewPartner("dinsos");
        await database.AddAsync(partner);

        // Act
        var slower = database.Units.RunAsync<AddDaySlowly, int>((act, ct) => act.DoAsync(partner.Id, ct), CancellationToken.None);
        await meeting.HasRead.Task;
        var faster = await database.Units.RunAsync<AddDay, int>((act, ct) => act.DoAsync(partner.Id, ct), CancellationToken.None);
        meeting.MaySave.SetResult();

        // Assert
        Assert.Equal((1, 2), (faster.Value, (await slower).Value));
        Assert.Equal([0, 1], meeting.Seen);
        Assert.Equal(2, await database.ReadAsync(db => db.AuditActs.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_take_one_key_the_slower_decides_anew_and_may_refuse(DatabaseProvider provider)
    {
        // Arrange
        var meeting = new Meeting();
        await using var database = await TestDatabase.CreateAsync(provider, s => s.AddScoped<TakeCode>().AddSingleton(meeting));

        // Act
        var slower = database.Units.RunAsync<TakeCode, Guid>((act, ct) => act.DoAsync("dinsos", ct), CancellationToken.None);
        await meeting.HasRead.Task;
        await database.AddAsync(NewPartner("dinsos"));
        meeting.MaySave.SetResult();

        // Assert
        Assert.Equal("code_taken", Assert.Single((await slower).Refusals).Code);
        Assert.Equal([0, 1], meeting.Seen);
        Assert.Equal(1, await database.ReadAsync(db => db.Partners.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_that_breaks_on_fresh_rows_too_is_a_defect_and_no_outage(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider, s => s.AddScoped<AddBlindly>());
        await database.AddAsync(NewPartner("secret-words"));
        var runs = 0;

        // Act
        var failure = await Record.ExceptionAsync(() => database.Units.RunAsync<AddBlindly, Guid>(
            (act, ct) =>
            {
                runs++;
                return act.DoAsync("secret-words", ct);
            },
            CancellationToken.None));
        var after = await Record.ExceptionAsync(() => database.AddAsync(NewPartner("another")));

        // Assert
        var broken = Assert.IsType<BrokenKeyException>(failure);
        Assert.Equal(3, runs);
        Assert.Contains("partner", broken.Key, StringComparison.Ordinal);
        Assert.Contains("code", broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-words", broken.ToString(), StringComparison.Ordinal);
        Assert.Null(after);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_act_stores_nothing(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider, s => s.AddScoped<AddDay>());
        var partner = NewPartner("dinsos");
        await database.AddAsync(partner);

        // Act
        var outcome = await database.Units.RunAsync<AddDay, int>((act, ct) => act.RefuseAsync(partner.Id, ct), CancellationToken.None);

        // Assert
        Assert.Equal("not_allowed", outcome.Refusals.Single().Code);
        Assert.Equal(0, (await database.ReadAsync(db => db.Partners.SingleAsync())).ResponseDays);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_units_broken_key_leaves_its_neighbours_alone(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(NewPartner("taken"));

        // Act
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
            await Record.ExceptionAsync(() => database.AddAsync(NewPartner(i % 10 == 0 ? "taken" : $"p{i}")))));

        // Assert
        Assert.Equal(5, results.Count(r => r is DbUpdateException));
        Assert.Equal(46, await database.ReadAsync(db => db.Partners.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_unit_that_breaks_a_key_halfway_leaves_nothing_and_the_next_goes_on(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        const string Insert = "insert into job_run (job, started_at, handled, failed) values (@p0, @p1, 0, 0)";
        var now = database.Clock.UtcNow;

        // Act
        var failure = await Record.ExceptionAsync(() => database.Gate.ExecuteAsync(
            async commands => await commands.ExecuteAsync(Insert, "first", now) + await commands.ExecuteAsync(Insert, "first", now), default));
        await database.Gate.ExecuteAsync(commands => commands.ExecuteAsync(Insert, "second", now), default);

        // Assert
        Assert.NotNull(failure);
        Assert.IsNotType<StorageUnavailableException>(failure);
        Assert.Equal(["second"], await database.ReadAsync(db => db.JobRuns.Select(j => j.Job).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_audit_can_be_neither_changed_nor_removed(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider, s => s.AddScoped<AddDay>());
        var partner = NewPartner("dinsos");
        await database.AddAsync(partner);
        await database.Units.RunAsync<AddDay, int>((act, ct) => act.DoAsync(partner.Id, ct), CancellationToken.None);

        // Act
        var update = await Record.ExceptionAsync(() => database.Gate.ExecuteAsync(g => g.ExecuteAsync("update audit_act set verb = 'x'"), default));
        var delete = await Record.ExceptionAsync(() => database.Gate.ExecuteAsync(g => g.ExecuteAsync("delete from audit_act"), default));

        // Assert
        Assert.Contains("append only", update!.Message, StringComparison.Ordinal);
        Assert.Contains("append only", delete!.Message, StringComparison.Ordinal);
        Assert.Equal(1, await database.ReadAsync(db => db.AuditActs.CountAsync()));
    }

    // Under this much contention even five attempts may all lose; the caller would answer "try again".
    private static async Task<Outcome<int>> TryAsync(Func<Task<Outcome<int>>> run)
    {
        try
        {
            return await run();
        }
        catch (StorageUnavailableException)
        {
            return new Refusal("busy");
        }
    }

    private static Partner NewPartner(string code) => new()
    {
        Id = SequentialId.Next(DateTime.UnixEpoch),
        Code = code,
        Name = code,
        Kind = PartnerKind.Ngo,
        Services = "N1",
        AreaCode = "32.04",
        ResponseDays = 0,
    };

    /// <summary>Lets a test put another's save between what an act reads and what it saves, on its first run.</summary>
    private sealed class Meeting
    {
        public TaskCompletionSource HasRead { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource MaySave { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What the slower act read, run by run.</summary>
        public List<int> Seen { get; } = [];

        public Task WaitAsync(int seen)
        {
            Seen.Add(seen);
            HasRead.TrySetResult();
            return MaySave.Task;
        }
    }

    private sealed class AddDaySlowly(SlrtDbContext db, AddDay act, Meeting meeting)
    {
        public async Task<Outcome<int>> DoAsync(Guid id, CancellationToken cancellationToken)
        {
            var partner = await db.Partners.SingleAsync(p => p.Id == id, cancellationToken);
            await meeting.WaitAsync(partner.ResponseDays);
            return await act.DoAsync(id, cancellationToken);
        }
    }

    private sealed class TakeCode(SlrtDbContext db, Meeting meeting)
    {
        public async Task<Outcome<Guid>> DoAsync(string code, CancellationToken cancellationToken)
        {
            var holders = await db.Partners.CountAsync(p => p.Code == code, cancellationToken);
            await meeting.WaitAsync(holders);
            return holders > 0 ? Refusal.Conflict("code_taken") : AddPartner(db, code);
        }
    }

    /// <summary>Never looks whether the code is taken: what a defect looks like.</summary>
    private sealed class AddBlindly(SlrtDbContext db)
    {
        public async Task<Outcome<Guid>> DoAsync(string code, CancellationToken cancellationToken)
        {
            await db.Partners.CountAsync(cancellationToken);
            return AddPartner(db, code);
        }
    }

    private static Guid AddPartner(SlrtDbContext db, string code)
    {
        var partner = NewPartner(code);
        db.Add(partner);
        return partner.Id;
    }

    private sealed class AddDay(SlrtDbContext db, AuditTrail audit, TimeProvider clock)
    {
        public async Task<Outcome<int>> DoAsync(Guid id, CancellationToken cancellationToken)
        {
            var partner = await db.Partners.SingleAsync(p => p.Id == id, cancellationToken);
            partner.ResponseDays++;
            audit.Record(Provenance.Job("test", clock.GetUtcNow().UtcDateTime), "partner.changed", "partner", id);
            return partner.ResponseDays;
        }

        public async Task<Outcome<int>> RefuseAsync(Guid id, CancellationToken cancellationToken)
        {
            await DoAsync(id, cancellationToken);
            return new Refusal("not_allowed");
        }
    }
}
