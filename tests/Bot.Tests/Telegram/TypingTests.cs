using SlrtBot.Bot.Tests.WebChat;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>"Typing…" while an answer takes its time: a courtesy beside the outbox.</summary>
public sealed class TypingTests
{
    private const string Sign = "sendChatAction";

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_waits_longer_than_a_second_sees_that_an_answer_is_written(DatabaseProvider provider)
    {
        // Arrange
        var bot = new ScriptedBot { Held = new TaskCompletionSource() };
        await using var host = await TelegramHost.WithBotAsync(bot, provider);
        var siti = host.Telegram.Phone();
        await siti.SaysAsync("halo");

        // Act
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.BeAsync(() => Task.FromResult(host.Telegram.Count(Sign) == 1));
        var first = host.Clock.UtcNow;
        await Eventually.BeAsync(() =>
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(500));
            return Task.FromResult(host.Telegram.Count(Sign) == 2);
        });
        var second = host.Clock.UtcNow;
        bot.Held.SetResult();
        await siti.HearsAsync(m => m.Text.Contains("halo", StringComparison.Ordinal));

        // Assert
        Assert.True(second - first >= TimeSpan.FromSeconds(4));
        Assert.Equal(("typing", siti.Id), ((string)host.Telegram.LastCall[Sign]["action"]!, (long)host.Telegram.LastCall[Sign]["chat_id"]!));
        Assert.Single(await host.OutboxAsync());
        Assert.Equal(1, host.Telegram.Count("sendMessage"));
    }

    [Fact]
    public async Task Who_is_answered_at_once_sees_no_sign()
    {
        // Arrange
        await using var host = await TelegramHost.WebhookAsync();
        var siti = host.Telegram.Phone();

        // Act
        await siti.SaysAsync("halo");
        await siti.HearsAsync(m => m.Text.Contains("halo", StringComparison.Ordinal));
        await host.IsAtRestAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(5));

        // Assert
        Assert.Equal(0, host.Telegram.Count(Sign));
    }

    [Fact]
    public async Task A_sign_that_the_channel_refuses_holds_back_nothing()
    {
        // Arrange
        var bot = new ScriptedBot { Held = new TaskCompletionSource() };
        await using var host = await TelegramHost.WithBotAsync(bot);
        var siti = host.Telegram.Phone();
        host.Telegram.Faults.Next(Sign, FakeFault.ServerError);
        await siti.SaysAsync("halo");

        // Act
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.BeAsync(() => Task.FromResult(host.Telegram.Count(Sign) == 1));
        bot.Held.SetResult();

        // Assert
        await siti.HearsAsync(m => m.Text.Contains("halo", StringComparison.Ordinal));
        Assert.Single(await host.OutboxAsync());
    }
}
