using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SlrtBot.TestKit.FakeTelegram;

/// <summary>
/// The Bot API over real HTTP on a loopback port, written from its documentation and not from the bot's own
/// types, so that the two can disagree. Phones are people who write to the bot; the ledger is what they see.
/// Knows nothing of a test framework: the load generator uses it too.
/// </summary>
public sealed class FakeTelegramServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FakeBotApi _api;
    private readonly ConcurrentDictionary<long, FakePhone> _phones = new();

    private FakeTelegramServer(WebApplication app, string token)
    {
        _app = app;
        Token = token;
        _api = new FakeBotApi(this);
    }

    public string Token { get; }

    public long BotId => long.Parse(Token.Split(':')[0], CultureInfo.InvariantCulture);

    public string BotUsername { get; init; } = "slrt_uji_bot";

    /// <summary>For <c>Telegram:ApiBaseUrl</c>.</summary>
    public string ApiBaseUrl { get; private set; } = "";

    public FakeFaults Faults { get; } = new();

    public FakeLedger Ledger { get; } = new();

    public FakeUpdates Updates { get; } = new();

    public FakeFiles Files { get; } = new();

    /// <summary>How often each method was called, whatever became of it.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new();

    /// <summary>The body of the newest call of each method.</summary>
    public ConcurrentDictionary<string, JsonObject> LastCall { get; } = new();

    /// <summary>Called for each call the moment it arrives, with its body: what goes over the wire, whatever becomes of it.</summary>
    public Action<string, JsonObject>? OnCall { get; set; }

    /// <summary>How long every call takes; zero by default.</summary>
    public TimeSpan Delay { get; set; }

    public static async Task<FakeTelegramServer> StartAsync(string token = "123456789:fake-token-for-tests_0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.Services.Configure<KestrelServerOptions>(o => o.AddServerHeader = false);
        var app = builder.Build();
        var server = new FakeTelegramServer(app, token);
        app.Run(server._api.HandleAsync);
        await app.StartAsync();
        server.ApiBaseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    /// <summary>The same id gives the same phone.</summary>
    public FakePhone Phone(long id = 7_123_456_789, string firstName = "Siti") =>
        _phones.GetOrAdd(id, key => new FakePhone(this, key, firstName));

    public bool Knows(long chatId, out FakePhone? phone) => _phones.TryGetValue(chatId, out phone);

    public int Count(string method) => Calls.GetValueOrDefault(method);

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }
}
