using Microsoft.Extensions.Configuration;
using SlrtBot.Bot.Telegram;
using SlrtBot.Core.Kernel;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

public sealed class TelegramOptionsTests
{
    private const string Token = "123456789:AAabc_def-fake";

    [Fact]
    public void Without_a_token_Telegram_is_off_and_nothing_else_is_asked()
    {
        // Act
        var options = Read(("Mode", "Webhook"));

        // Assert
        Assert.False(options.IsOn);
    }

    [Fact]
    public void A_token_alone_polls_the_public_api()
    {
        // Act
        var options = Read(("BotToken", Token));

        // Assert
        Assert.True(options.IsOn);
        Assert.Equal(123456789, options.BotId);
        Assert.Equal(TelegramMode.Polling, options.Mode);
        Assert.Equal("https://api.telegram.org", options.ApiBaseUrl);
        Assert.Equal(25, options.MessagesPerSecond);
    }

    [Fact]
    public void Every_secret_may_lie_in_a_file()
    {
        // Arrange
        var path = Path.GetTempFileName();
        File.WriteAllText(path, Token + "\n");

        // Act
        var token = Read(("BotToken:File", path)).BotToken;
        var secrets = Read(("WebhookSecret:File", path), ("PreviousWebhookSecret:File", path));

        // Assert
        Assert.Equal((Token, Token, Token), (token, secrets.WebhookSecret, secrets.PreviousWebhookSecret));
        File.Delete(path);
    }

    [Theory]
    [InlineData("BotToken", "not-a-token", "Telegram__BotToken")]
    [InlineData("ApiBaseUrl", "http://api.example.org", "Telegram__ApiBaseUrl")]
    [InlineData("ApiBaseUrl", "https://user:word@api.example.org", "Telegram__ApiBaseUrl")]
    [InlineData("ApiBaseUrl", "https://api.example.org/?a=b", "Telegram__ApiBaseUrl")]
    [InlineData("ApiBaseUrl", "api.example.org", "Telegram__ApiBaseUrl")]
    [InlineData("ApiBaseUrl", "https://telegram.example.org/api", "Telegram__ApiBaseUrl")]
    [InlineData("ApiBaseUrl", "http://localhost:5000/telegram/", "Telegram__ApiBaseUrl")]
    [InlineData("Mode", "Webhok", "Telegram__Mode")]
    [InlineData("Mode", "Webhook", "Telegram__WebhookSecret")]
    [InlineData("WebhookSecret", "with space", "Telegram__WebhookSecret")]
    [InlineData("PreviousWebhookSecret", "ä", "Telegram__PreviousWebhookSecret")]
    [InlineData("MessagesPerSecond", "-1", "Telegram__MessagesPerSecond")]
    [InlineData("MessagesPerSecond", "many", "Telegram__MessagesPerSecond")]
    public void A_wrong_setting_is_named_with_its_fix(string key, string value, string named)
    {
        // Act
        var thrown = Record.Exception(() => Read(("BotToken", Token), (key, value)));

        // Assert
        var fault = Assert.IsType<OptionsException>(thrown);
        Assert.Equal(named, fault.Key);
        Assert.DoesNotContain(Token, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ApiBaseUrl", "http://127.0.0.1:5000")]
    [InlineData("ApiBaseUrl", "http://localhost:5000/")]
    [InlineData("ApiBaseUrl", "https://telegram.example.org:8443")]
    [InlineData("MessagesPerSecond", "0")]
    [InlineData("Mode", "polling")]
    public void A_setting_that_can_work_is_accepted(string key, string value)
    {
        // Act
        var thrown = Record.Exception(() => Read(("BotToken", Token), (key, value)));

        // Assert
        Assert.Null(thrown);
    }

    private static TelegramOptions Read(params (string Key, string Value)[] settings) => TelegramOptionsRules.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToLookup(s => s.Key, s => s.Value).ToDictionary(s => $"Telegram:{s.Key}", s => (string?)s.Last()))
            .Build());
}
