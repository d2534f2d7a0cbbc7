using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Tests.Jobs;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Conversations;

public sealed class PurgePayloadsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Payloads_go_a_week_after_their_turn_however_many_and_parked_ones_stay(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var handled = database.Clock.UtcNow;
        await database.AddAsync([.. Enumerable.Range(0, 1200).Select(_ => Message(handled, InboundState.Done))]);
        await database.AddAsync(
            Message(handled, InboundState.SetAside), Message(handled, InboundState.Parked), Message(null, InboundState.New),
            Message(handled.AddDays(1), InboundState.Done));
        database.Clock.Advance(PurgePayloadsJob.Kept + TimeSpan.FromHours(1));

        // Act
        await DueCase.RunAsync(database, "purge-payloads");

        // Assert
        Assert.Equal(1201, (await database.ReadAsync(db => db.JobRuns.SingleAsync())).Handled);
        var kept = await database.ReadAsync(db => db.InboundMessages.Where(m => m.Payload != null).Select(m => m.State).ToListAsync());
        Assert.Equal([InboundState.New, InboundState.Done, InboundState.Parked], kept.Order());
        Assert.Equal(1204, await database.ReadAsync(db => db.InboundMessages.CountAsync()));
    }

    /// <summary>docs/checks.md, T-18, of the purge.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_clock_that_jumps_back_or_a_day_ahead_forgets_nothing_early(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Message(database.Clock.UtcNow, InboundState.Done));

        // Act
        foreach (var jump in new[] { TimeSpan.FromMinutes(-5), TimeSpan.FromDays(-1), TimeSpan.FromDays(2) })
        {
            database.Clock.Correct(jump);
            await DueCase.RunAsync(database, "purge-payloads");
        }

        // Assert
        Assert.Equal(1, await database.ReadAsync(db => db.InboundMessages.CountAsync(m => m.Payload != null)));
    }

    private static InboundMessage Message(DateTime? handledAt, InboundState state)
    {
        var id = SequentialId.Next(DateTime.UnixEpoch);
        return new InboundMessage
        {
            Id = id,
            Channel = "telegram",
            UpdateKey = $"{id:N}",
            AddressIndex = new byte[16],
            Payload = new Sealed([1]),
            ReceivedAt = DateTime.UnixEpoch,
            State = state,
            HandledAt = handledAt,
        };
    }
}
