using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SlrtBot.Bot.Telegram;
using SlrtBot.Core.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>A webhook that somebody moved, or a token that was revoked, is seen without any message.</summary>
public sealed class WebhookWatchTests
{
    private const string Ours = "https://slrt.example.go.id/webhooks/telegram";

    [Theory]
    [InlineData(Ours, ChannelState.Working)]
    [InlineData("https://elsewhere.example/hook", ChannelState.Conflict)]
    [InlineData("", ChannelState.Conflict)]
    public async Task The_address_that_Telegram_has_must_be_ours(string address, ChannelState expected)
    {
        // Arrange
        await using var telegram = await TestTelegram.StartAsync();
        using var http = new HttpClient();
        using var body = new StringContent($$"""{"url":"{{address}}"}""", Encoding.UTF8, "application/json");
        await http.PostAsync(new Uri($"{telegram.Server.ApiBaseUrl}/bot{telegram.Server.Token}/setWebhook"), body);
        var state = new TelegramState(Options(telegram), telegram.Clock);

        // Act
        await Watch(telegram, state).LookAsync(CancellationToken.None);

        // Assert
        Assert.Equal(expected, state.State);
        Assert.Equal((address, Ours), (state.Facts.Webhook, state.Facts.ExpectedWebhook));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_told_apart_from_a_line_that_is_down()
    {
        // Arrange
        await using var telegram = await TestTelegram.StartAsync();
        var revoked = new TelegramOptions { BotToken = "1:revoked", ApiBaseUrl = telegram.Server.ApiBaseUrl, Mode = TelegramMode.Webhook };
        using var http = TelegramHttp.MakeClient();
        var client = new TelegramClient(new TelegramTransport(http, revoked, telegram.Clock));
        var state = new TelegramState(revoked, telegram.Clock);

        // Act
        await new WatchTelegramWebhook(client, revoked, state, telegram.Clock, NullLogger<WatchTelegramWebhook>.Instance).LookAsync(CancellationToken.None);

        // Assert
        Assert.Equal(ChannelState.Refused, state.State);
    }

    private static TelegramOptions Options(TestTelegram telegram) => new()
    {
        BotToken = telegram.Options.BotToken, ApiBaseUrl = telegram.Options.ApiBaseUrl, Mode = TelegramMode.Webhook, WebhookUrl = new Uri(Ours),
    };

    private static WatchTelegramWebhook Watch(TestTelegram telegram, TelegramState state) =>
        new(telegram.Client, Options(telegram), state, telegram.Clock, NullLogger<WatchTelegramWebhook>.Instance);
}
