using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Conversations;

/// <summary>What a channel delivers is told apart by the keys that it has seen, and by nothing else.</summary>
public sealed class InboxTests
{
    /// <summary>docs/checks.md, T-02.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_out_of_order_and_jumps_in_both_directions_lose_nothing(DatabaseProvider provider)
    {
        // Arrange: Telegram begins anew at a random number after a week without an update.
        await using var database = await TestDatabase.CreateAsync(provider);
        var inbox = database.Services.GetRequiredService<Inbox>();
        long[] numbers = [870_000_010, 870_000_012, 870_000_011, 1_870_000_012, 869_000_012, 3, 870_000_013];

        // Act: each twice, the second time in another order.
        var first = new List<bool>();
        foreach (var number in numbers)
        {
            first.Add(await inbox.AcceptAsync(Update("bot1", number), default));
        }

        var again = await inbox.AcceptAsync([.. numbers.Order().Select(n => Update("bot1", n))], default);

        // Assert
        Assert.All(first, Assert.True);
        Assert.Equal(0, again);
        Assert.Equal(numbers.Length, await database.ReadAsync(db => db.InboundMessages.CountAsync()));
    }

    /// <summary>docs/checks.md, T-05.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_person_and_number_at_two_bots_and_two_channels_are_four_lanes(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var inbox = database.Services.GetRequiredService<Inbox>();

        // Act
        foreach (var channel in new[] { "telegram", "msteams" })
        {
            foreach (var bot in new[] { "bot1", "bot2" })
            {
                Assert.True(await inbox.AcceptAsync(Update(bot, 7, channel), default));
            }
        }

        // Assert
        var rows = await database.ReadAsync(db => db.InboundMessages.ToListAsync());
        Assert.Equal(4, rows.Select(m => Convert.ToHexString(m.AddressIndex)).Distinct().Count());
    }

    private static InboundUpdate Update(string bot, long number, string channel = "telegram") =>
        new(channel, $"{bot}:{number}", $"{bot}|7123456789", "{}"u8.ToArray());
}
