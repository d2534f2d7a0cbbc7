using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Persistence;

public sealed class ProcessDutiesTests
{
    private const string Duty = "send:telegram";

    [Theory, OnPostgres]
    public async Task A_duty_is_one_processes_until_it_ends_and_then_anothers(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var first = ActivatorUtilities.CreateInstance<PostgresDuties>(database.Services);
        await using var second = ActivatorUtilities.CreateInstance<PostgresDuties>(database.Services);

        // Act
        var atFirst = (await first.HasAsync(Duty, default), await second.HasAsync(Duty, default), await second.HasAsync("other", default));
        database.Clock.Advance(PostgresDuties.LookAgain);
        var kept = (await first.HasAsync(Duty, default), await second.HasAsync(Duty, default));
        await first.DisposeAsync();
        var taken = await TakesOverAsync(second, database.Clock);

        // Assert
        Assert.Equal((true, false, true), atFirst);
        Assert.Equal((true, false), kept);
        Assert.True(taken);
    }

    [Theory, OnPostgres]
    public async Task Who_loses_the_session_loses_the_duties_and_takes_them_again(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var duties = ActivatorUtilities.CreateInstance<PostgresDuties>(database.Services);
        await duties.HasAsync(Duty, default);
        await database.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"));

        // Act
        database.Clock.Advance(PostgresDuties.LookAgain);
        var lost = await duties.HasAsync(Duty, default);
        var again = await duties.HasAsync(Duty, default);

        // Assert
        Assert.Equal((false, true), (lost, again));
    }

    [Theory, OnSqlite]
    public async Task On_SQLite_the_one_process_has_every_duty(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);

        // Act
        var isOurs = await database.Services.GetRequiredService<ProcessDuties>().HasAsync(Duty, default);

        // Assert
        Assert.True(isOurs);
    }

    [Theory, OnPostgres]
    public async Task Two_processes_never_work_on_one_lane(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var store = database.Services.GetRequiredService<ISlrtDatabase>();
        var (inbox, lanes) = (database.Services.GetRequiredService<Inbox>(), database.Services.GetRequiredService<LaneQuery>());
        await inbox.AcceptAsync(new InboundUpdate("telegram", "1:1", "7", "{}"u8.ToArray()), default);
        var lane = inbox.IndexOf("telegram", "7");
        await using var other = store.NewContext();
        await database.Gate.BeginSnapshotAsync(other, default);

        // Act
        LaneHead? first, second;
        await using (var context = store.NewContext())
        {
            await database.Gate.BeginSnapshotAsync(context, default);
            first = await lanes.ReadAsync(context, lane, default);
            second = await lanes.ReadAsync(other, lane, default);
        }

        // Assert
        Assert.NotNull(first);
        Assert.Null(second);
        Assert.NotNull(await lanes.ReadAsync(other, lane, default));
    }

    /// <summary>The server lets go of a lock some time after the session has said goodbye: each look is a way there and back.</summary>
    private static async Task<bool> TakesOverAsync(PostgresDuties duties, TestClock clock)
    {
        for (var look = 0; look < 2000; look++)
        {
            clock.Advance(PostgresDuties.LookAgain);
            if (await duties.HasAsync(Duty, default))
            {
                return true;
            }
        }

        return false;
    }
}
