using System.Text;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

/// <summary>The verb that tells Telegram what the bot is.</summary>
public sealed class TelegramSetUpTests
{
    [Fact]
    public async Task A_webhook_is_set_with_secret_kinds_and_a_number_at_once_that_suits_the_database()
    {
        // Arrange
        using var program = new ProgramRun();
        await using var telegram = await FakeTelegramServer.StartAsync();

        // Act
        var exit = await program.VerbAsync(
            "telegram", "setup", Token(telegram), Api(telegram), "--Telegram:Mode=Webhook", "--Telegram:WebhookSecret=a-secret",
            "--Host:PublicUrl=https://slrt.example.go.id");

        // Assert
        Assert.Equal(0, exit);
        var set = telegram.LastCall["setWebhook"];
        Assert.Equal("https://slrt.example.go.id/webhooks/telegram", set["url"]!.ToString());
        Assert.Equal("a-secret", set["secret_token"]!.ToString());
        Assert.Equal("10", set["max_connections"]!.ToString());
        Assert.Equal(["message", "edited_message", "callback_query", "my_chat_member", "guest_message"], set["allowed_updates"]!.AsArray().Select(u => u!.ToString()));
        Assert.DoesNotContain(telegram.Token, program.Out.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", program.Out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_polling_the_webhook_goes_and_each_language_has_its_commands_and_descriptions()
    {
        // Arrange
        using var program = new ProgramRun();
        await using var telegram = await FakeTelegramServer.StartAsync();
        using var before = new HttpClient();
        using var body = new StringContent("""{"url":"https://elsewhere.example"}""", Encoding.UTF8, "application/json");
        await before.PostAsync(new Uri($"{telegram.ApiBaseUrl}/bot{telegram.Token}/setWebhook"), body);

        // Act
        var exit = await program.VerbAsync("telegram", "setup", "--json", Token(telegram), Api(telegram));

        // Assert
        Assert.Equal(0, exit);
        Assert.Equal("", telegram.Updates.WebhookUrl);
        Assert.True(telegram.Count("setMyCommands") >= 3, "default, id, en");
        Assert.Equal(telegram.Count("setMyCommands"), telegram.Count("setMyDescription"));
        Assert.Equal("commands", telegram.LastCall["setChatMenuButton"]["menu_button"]!["type"]!.ToString());
        Assert.Contains("\"method\": \"deleteWebhook\"", program.Out.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(program.DataDirectory));
    }

    [Theory]
    [InlineData("Telegram__BotToken", "--Telegram:Mode=Polling")]
    [InlineData("Host__PublicUrl", "--Telegram:BotToken=1:a", "--Telegram:Mode=Webhook", "--Telegram:WebhookSecret=s")]
    [InlineData("Host__PublicUrl", "--Telegram:BotToken=1:a", "--Telegram:Mode=Webhook", "--Telegram:WebhookSecret=s", "--Host:PublicUrl=http://slrt.example")]
    public async Task What_is_missing_is_named(string key, params string[] settings)
    {
        // Arrange
        using var program = new ProgramRun();

        // Act
        var exit = await program.VerbAsync(["telegram", "setup", .. settings]);

        // Assert
        Assert.Equal(1, exit);
        Assert.StartsWith($"{key}:", program.Error.ToString().Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_refused_ends_it_with_advice()
    {
        // Arrange
        using var program = new ProgramRun();
        await using var telegram = await FakeTelegramServer.StartAsync();

        // Act
        var exit = await program.VerbAsync("telegram", "setup", "--Telegram:BotToken=1:another", Api(telegram));

        // Assert
        Assert.Equal(1, exit);
        Assert.Contains("copy it again from @BotFather", program.Out.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, telegram.Count("setMyCommands"));
    }

    private static string Token(FakeTelegramServer telegram) => $"--Telegram:BotToken={telegram.Token}";

    private static string Api(FakeTelegramServer telegram) => $"--Telegram:ApiBaseUrl={telegram.ApiBaseUrl}";
}
