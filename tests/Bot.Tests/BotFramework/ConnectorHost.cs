using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;
using SlrtBot.Core;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using SlrtBot.TestKit.FakeConnector;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>The bot's door on a real database, a real port and the fake connector; a bot inside that repeats what it hears.</summary>
internal sealed class ConnectorHost : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _settings;
    private readonly string _directory;
    private readonly string? _postgresName;
    private readonly bool _echo;
    private WebApplication _app = null!;

    private ConnectorHost(FakeConnectorServer connector, TestClock clock, Dictionary<string, string?> settings, string directory, string? postgresName, bool echo)
    {
        Connector = connector;
        Clock = clock;
        (_settings, _directory, _postgresName, _echo) = (settings, directory, postgresName, echo);
    }

    public FakeConnectorServer Connector { get; }

    public TestClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Posts to the bot's own address.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <param name="change">Of the settings under which it speaks with the fake connector.</param>
    public static async Task<ConnectorHost> StartAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, bool echo = true, Action<Dictionary<string, string?>>? change = null)
    {
        var clock = new TestClock();
        var connector = await FakeConnectorServer.StartAsync(clock);
        var (settings, directory, postgresName) = await TestDatabase.SettingsAsync(provider);
        connector.Configure(settings);
        change?.Invoke(settings);
        var host = new ConnectorHost(connector, clock, settings, directory, postgresName, echo);
        await host.StartAsync();
        return host;
    }

    /// <summary>With the bot that residents talk to, and the areas it knows.</summary>
    public static async Task<ConnectorHost> ResidentAsync(DatabaseProvider provider)
    {
        var host = await StartAsync(provider, echo: false);
        await host.Services.GetRequiredService<PrepareAreas>().AtStartAsync(CancellationToken.None);
        return host;
    }

    /// <summary>The program stops and starts again on the same database.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
        await Services.GetRequiredService<PrepareAreas>().AtStartAsync(CancellationToken.None);
    }

    /// <summary>Every message that was accepted has had its turn, and every reply that may leave has left.</summary>
    public Task RestAsync() => Services.RestAsync(Clock);

    /// <summary>Nothing more is written for so long that a story in pieces is answered.</summary>
    public Task PauseAsync() => Services.PauseAsync(Clock);

    public WireScript Script(IScriptedPerson person) => new(person, RestAsync, PauseAsync);

    public async Task<T> ReadAsync<T>(Func<SlrtDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SlrtDbContext>());
    }

    public Task<List<InboundMessage>> InboxAsync() => ReadAsync(db => db.InboundMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    public Task<List<OutboundMessage>> OutboxAsync() => ReadAsync(db => db.OutboundMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Connector.DisposeAsync();
        await TestDatabase.RemoveAsync(_directory, _postgresName);
    }

    private async Task StopAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddCore(builder.Configuration, _directory);
        builder.Services.AddBot(builder.Configuration);

        // Without the fetcher: tests let it look when they are ready.
        builder.Services.AddHostedService(sp => sp.GetRequiredService<TurnWorker>());
        builder.Services.AddHostedService(sp => sp.GetRequiredService<Dispatcher>());
        if (_echo)
        {
            builder.Services.AddScoped<IBot, EchoBot>();
        }

        _app = builder.Build();
        _app.MapBot();
        await Services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        await _app.StartAsync();
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient { BaseAddress = new Uri(address) };
        Connector.Bot = Http;
    }

    /// <summary>Says what it heard; offers buttons when asked for some, and is slow when asked to be.</summary>
    private sealed class EchoBot(TimeProvider clock) : IBot
    {
        public async Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken)
        {
            var activity = turnContext.Activity;
            if (activity.Text == "lambat")
            {
                await Task.Delay(TimeSpan.FromSeconds(20), clock, cancellationToken);
            }

            if (activity.Type == ActivityTypes.Message)
            {
                var heard = activity.ReadPress() ?? activity.Text ?? activity.ReadUnreadable()
                    ?? (activity.ReadPlace() is { } place ? $"{place.Latitude} {place.Longitude}" : $"{turnContext.Files.Count} files");
                turnContext.Say(new MessageContent(heard)
                {
                    Choices = heard == "tombol" ? [new Choice("yes", "Ya", "token-1"), Choice.Lasting("status", "Cek status")] : [],
                });
            }
        }
    }
}
