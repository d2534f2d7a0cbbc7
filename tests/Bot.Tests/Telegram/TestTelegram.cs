using SlrtBot.Bot.Telegram;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;
using Telegram.Bot.Requests;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>A client that talks to a fake server over real HTTP, on a clock that stands still.</summary>
internal sealed class TestTelegram : IAsyncDisposable
{
    private readonly HttpClient _http = TelegramHttp.MakeClient();

    private TestTelegram(FakeTelegramServer server, string apiBaseUrl)
    {
        Server = server;
        Options = new TelegramOptions { BotToken = server.Token, ApiBaseUrl = apiBaseUrl };
        Client = new TelegramClient(new TelegramTransport(_http, Options, Clock));
    }

    public FakeTelegramServer Server { get; }

    public TestClock Clock { get; } = new();

    public TelegramOptions Options { get; }

    public TelegramClient Client { get; }

    public static async Task<TestTelegram> StartAsync()
    {
        var server = await FakeTelegramServer.StartAsync();
        return new TestTelegram(server, server.ApiBaseUrl);
    }

    /// <summary>Nobody listens at the address.</summary>
    public static async Task<TestTelegram> StartAtAsync(string apiBaseUrl) =>
        new(await FakeTelegramServer.StartAsync(), apiBaseUrl);

    public Task<SendOutcome> SendAsync(string text = "Halo") =>
        Client.SendMessageAsync(new SendMessageRequest { ChatId = Server.Phone().Id, Text = text }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
