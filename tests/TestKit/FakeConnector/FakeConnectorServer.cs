using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlrtBot.TestKit.FakeTelegram;

namespace SlrtBot.TestKit.FakeConnector;

/// <summary>
/// The Bot Connector over real HTTP on a loopback port: the metadata and keys of its tokens, the endpoint where the bot
/// gets its own, the conversations of its channels, and the files that people send. Written from the protocol's
/// documentation and not from the bot's own types.
/// </summary>
public sealed class FakeConnectorServer : IAsyncDisposable
{
    public const string AppId = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
    public const string AppPassword = "an-app-password-that-nobody-may-read";
    public const string Issuer = "https://api.botframework.com";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<(string Channel, string Id), FakeMember> _members = new();

    private FakeConnectorServer(WebApplication app, TimeProvider clock)
    {
        _app = app;
        Clock = clock;
    }

    public TimeProvider Clock { get; }

    public string BaseUrl { get; private set; } = "";

    /// <summary>For <c>BotFramework:AllowedServiceHosts</c>.</summary>
    public string Authority => new Uri(BaseUrl).Authority;

    /// <summary>What activities say, and tokens vouch for.</summary>
    public string ServiceUrl => $"{BaseUrl}/service/";

    /// <summary>Those that are published; the first signs.</summary>
    public List<FakeSigningKey> Keys { get; } = [new("key-1", "msteams", "webchat", "directline", "emulator", "sms")];

    /// <summary>Methods: <c>metadata</c>, <c>keys</c>, <c>token</c>, <c>send</c>, <c>update</c>, <c>file</c>.</summary>
    public FakeFaults Faults { get; } = new();

    public FakeLedger Ledger { get; } = new();

    public ConcurrentDictionary<string, int> Calls { get; } = new();

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>What the bot left with the service, by the id it got.</summary>
    public ConcurrentDictionary<string, byte[]> Uploads { get; } = new();

    /// <summary>The headers of calls to the conversations and for files, newest last.</summary>
    public ConcurrentQueue<string?> Authorizations { get; } = new();

    /// <summary>Where the bot listens.</summary>
    public HttpClient? Bot { get; set; }

    internal int TokensGiven;

    /// <summary>What the conversations accept; null for the newest that was given.</summary>
    public string? OnlyToken { get; set; }

    public static async Task<FakeConnectorServer> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.Services.Configure<KestrelServerOptions>(o => o.AddServerHeader = false);
        var app = builder.Build();
        var server = new FakeConnectorServer(app, clock);
        app.Run(new FakeConnectorApi(server).HandleAsync);
        await app.StartAsync();
        server.BaseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    /// <summary>The same channel and id give the same person.</summary>
    public FakeMember Member(string channel = "webchat", string id = "siti") =>
        _members.GetOrAdd((channel, id), key => new FakeMember(this, key.Channel, key.Id, 1000 + _members.Count));

    public int Count(string method) => Calls.GetValueOrDefault(method);

    /// <summary>The settings under which a bot speaks with this connector.</summary>
    public void Configure(IDictionary<string, string?> settings)
    {
        settings["BotFramework:AppId"] = AppId;
        settings["BotFramework:AppPassword"] = AppPassword;
        settings["BotFramework:OpenIdMetadataUrl"] = $"{BaseUrl}/openid";
        settings["BotFramework:TokenEndpoint"] = $"{BaseUrl}/token";
        settings["BotFramework:AllowedServiceHosts"] = Authority;
        settings["BotFramework:SecondsBetweenMessages"] = "0";
    }

    /// <summary>What a channel's token says, an hour long.</summary>
    public JsonObject Claims()
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject { ["serviceurl"] = ServiceUrl, ["iss"] = Issuer, ["aud"] = AppId, ["nbf"] = now, ["exp"] = now + 3600 };
    }

    public string Token() => Keys[0].Sign(Keys[0].Header(), Claims());

    internal FakeMember? OfConversation(string id) => _members.Values.FirstOrDefault(m => m.ConversationId == id);

    internal void Count1(string method) => Calls.AddOrUpdate(method, 1, (_, n) => n + 1);

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
        Keys.ForEach(k => k.Dispose());
    }
}
