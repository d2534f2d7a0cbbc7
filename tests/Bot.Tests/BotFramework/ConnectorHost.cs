using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using SlrtBot.TestKit.FakeConnector;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>The bot and the fake connector; a bot inside that repeats what it hears.</summary>
internal sealed class ConnectorHost : BotHost
{
    private readonly bool _echo;

    private ConnectorHost(FakeConnectorServer connector, TestClock clock, Dictionary<string, string?> settings, string directory, string? postgresName, bool echo)
        : base(clock, settings, directory, postgresName) =>
        (Connector, _echo) = (connector, echo);

    public FakeConnectorServer Connector { get; }

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
        await host.BeginAsync();
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
        await CloseAsync();
        await BeginAsync();
        await Services.GetRequiredService<PrepareAreas>().AtStartAsync(CancellationToken.None);
    }

    /// <summary>Every message that was accepted has had its turn, and every reply that may leave has left.</summary>
    public Task RestAsync() => Services.RestAsync(Clock);

    /// <summary>Nothing more is written for so long that a story in pieces is answered.</summary>
    public Task PauseAsync() => Services.PauseAsync(Clock);

    public WireScript Script(IScriptedPerson person) => new(person, RestAsync, PauseAsync);

    protected override void Add(IServiceCollection services)
    {
        // Without the fetcher: tests let it look when they are ready.
        services.AddHostedService(sp => sp.GetRequiredService<TurnWorker>());
        services.AddHostedService(sp => sp.GetRequiredService<Dispatcher>());
        if (_echo)
        {
            services.AddScoped<IBot, EchoBot>();
        }
    }

    protected override ValueTask EndChannelAsync() => Connector.DisposeAsync();

    private async Task BeginAsync()
    {
        await OpenAsync();
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
