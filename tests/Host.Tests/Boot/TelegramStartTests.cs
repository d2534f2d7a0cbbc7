using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

/// <summary>The whole program with a bot token: nothing but the API is made up.</summary>
public sealed class TelegramStartTests
{
    [Theory]
    [InlineData("Polling")]
    [InlineData("Webhook")]
    public async Task A_resident_is_answered_and_the_token_is_written_nowhere(string mode)
    {
        // Arrange
        using var program = new ProgramRun();
        await using var telegram = await FakeTelegramServer.StartAsync();
        SeenMessage? heard = null;

        // Act
        var exit = await program.ServeAsync(
            async client =>
            {
                if (mode == "Webhook")
                {
                    telegram.Updates.UseWebhook(client, "a-secret");
                }

                await telegram.Phone().StartsAsync();
                heard = await telegram.Phone().HearsAsync();
            },
            $"--Telegram:BotToken={telegram.Token}",
            $"--Telegram:ApiBaseUrl={telegram.ApiBaseUrl}",
            $"--Telegram:Mode={mode}",
            "--Telegram:WebhookSecret=a-secret",
            "--Logging:LogLevel:Default=Trace");

        // Assert
        Assert.Equal(0, exit);
        Assert.Contains("SlrtBot", heard!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(telegram.Token, program.Out.ToString() + program.Error, StringComparison.Ordinal);
        Assert.Contains("telegram", program.Line("Channels"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_mode_without_a_secret_does_not_start()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.ServeAsync(_ => Task.CompletedTask, "--Telegram:BotToken=1:a", "--Telegram:Mode=Webhook");

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith("Telegram__WebhookSecret:", program.Error.ToString().Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_does_not_wait_for_an_api_that_nobody_answers()
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.ServeAsync(
            _ => Task.CompletedTask, "--Telegram:BotToken=1:a", "--Telegram:ApiBaseUrl=http://127.0.0.1:1");

        // Assert
        Assert.Equal(0, exit);
    }
}
