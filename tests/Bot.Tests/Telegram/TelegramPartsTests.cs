using SlrtBot.Bot.Tests.WebChat;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>A reply that is longer than a message of Telegram goes out in parts, and each part is read once.</summary>
public sealed class TelegramPartsTests
{
    private static readonly string Long = string.Join("\n\n", Enumerable.Range(1, 4).Select(i => new string((char)('a' + i), 3000)));

    private static readonly FakeFault None = new(Accepts: true, (http, answer) => answer!.WriteAsync(http));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_restart_in_the_middle_of_a_long_reply_repeats_no_part(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TelegramHost.WithBotAsync(new ScriptedBot { Reply = _ => new MessageContent(Long) }, provider);
        var siti = host.Telegram.Phone();
        host.Telegram.Faults.Next("sendMessage", None, times: 2);
        host.Telegram.Faults.Next("sendMessage", FakeFault.TooManyRequests(30));
        await siti.SaysAsync("halo");
        await Eventually.BeAsync(async () => await host.OutboxAsync() is [{ State: OutboundState.Due, Tries: 1 }]);
        var interrupted = (await host.OutboxAsync()).Single();

        // Act
        await host.RestartAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        await siti.HearsAsync(m => m.Text[0] == 'e');

        // Assert
        Assert.Equal(2, interrupted.PartsSent);
        Assert.Equal(Long, string.Join("\n\n", siti.Heard.Select(m => m.Text)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_part_in_doubt_is_sent_once_more_and_none_before_it(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await TelegramHost.WithBotAsync(new ScriptedBot { Reply = _ => new MessageContent(Long) }, provider);
        var siti = host.Telegram.Phone();
        host.Telegram.Faults.Next("sendMessage", None, times: 2);
        host.Telegram.Faults.Next("sendMessage", FakeFault.ResetAfterAccept);
        await siti.SaysAsync("halo");
        await Eventually.BeAsync(async () => await host.OutboxAsync() is [{ State: OutboundState.Unknown }]);

        // Act
        await host.RestartAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        await siti.HearsAsync(m => m.Text[0] == 'e');

        // Assert
        Assert.Equal("bcdde", string.Concat(siti.Heard.Select(m => m.Text[0])));
    }
}
