using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Telegram;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>The bot and the fake Bot API; a bot inside that repeats what it hears.</summary>
internal sealed class TelegramHost : BotHost
{
    public const string Secret = "a-secret-of-forty-three-characters-0123456789";

    private readonly bool _works;
    private readonly IBot? _bot;

    private TelegramHost(FakeTelegramServer telegram, Dictionary<string, string?> settings, string directory, string? postgresName, bool works, IBot? bot)
        : base(new TestClock(), settings, directory, postgresName) =>
        (Telegram, _works, _bot) = (telegram, works, bot);

    public FakeTelegramServer Telegram { get; }

    public static Task<TelegramHost> PollingAsync() => StartAsync("Polling", DatabaseProvider.Sqlite);

    /// <summary>Nothing runs by itself: the test makes the poller's steps.</summary>
    public static Task<TelegramHost> IdleAsync() => StartAsync("Polling", DatabaseProvider.Sqlite, works: false);

    public static async Task<TelegramHost> WebhookAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var host = await StartAsync("Webhook", provider);
        host.Telegram.Updates.UseWebhook(host.Http, Secret);
        return host;
    }

    /// <summary>With a bot of the test's own.</summary>
    public static async Task<TelegramHost> WithBotAsync(IBot bot, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var host = await StartAsync("Webhook", provider, bot: bot);
        host.Telegram.Updates.UseWebhook(host.Http, Secret);
        return host;
    }

    /// <summary>With the bot that residents talk to, and the areas it knows.</summary>
    public static async Task<TelegramHost> ResidentAsync(DatabaseProvider provider)
    {
        var host = await StartAsync("Webhook", provider, echo: false);
        host.Telegram.Updates.UseWebhook(host.Http, Secret);
        await host.Services.GetRequiredService<PrepareAreas>().AtStartAsync(CancellationToken.None);
        return host;
    }

    /// <summary>The program ends and begins again on the same database; only Telegram goes on.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
        Telegram.Updates.UseWebhook(Http, Secret);
    }

    /// <summary>Waits until every message that was accepted has had its turn.</summary>
    public Task IsAtRestAsync() => Services.GetRequiredService<TurnWorker>().WhenIdleAsync();

    /// <summary>Nothing more is written for so long that a story in pieces is answered.</summary>
    public async Task PauseAsync()
    {
        await IsAtRestAsync();
        Clock.Advance(new PaceOptions().LongestPause);
    }

    protected override void Add(IServiceCollection services)
    {
        if (_works)
        {
            // Without the fetcher: tests let it look when they are ready.
            services.AddHostedService(sp => sp.GetRequiredService<TurnWorker>());
            services.AddHostedService(sp => sp.GetRequiredService<TypingSigns>());
            services.AddHostedService(sp => sp.GetRequiredService<Dispatcher>());
            services.AddTelegramWork();
        }

        if (_bot is not null)
        {
            services.AddScoped(_ => _bot);
        }
    }

    protected override ValueTask EndChannelAsync() => Telegram.DisposeAsync();

    private static async Task<TelegramHost> StartAsync(string mode, DatabaseProvider provider, bool works = true, bool echo = true, IBot? bot = null)
    {
        var telegram = await FakeTelegramServer.StartAsync();
        var (settings, directory, postgresName) = await TestDatabase.SettingsAsync(provider);
        settings["Telegram:BotToken"] = telegram.Token;
        settings["Telegram:ApiBaseUrl"] = telegram.ApiBaseUrl;
        settings["Telegram:Mode"] = mode;
        settings["Telegram:WebhookSecret"] = Secret;
        settings["Telegram:MessagesPerSecond"] = "0";
        var host = new TelegramHost(telegram, settings, directory, postgresName, works, bot ?? (echo ? new EchoBot() : null));
        await host.OpenAsync();
        return host;
    }

    /// <summary>Says what it heard; offers a button when asked for one.</summary>
    private sealed class EchoBot : IBot
    {
        public Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken)
        {
            var heard = turnContext.Activity.ReadPress() ?? turnContext.Activity.Text ?? turnContext.Activity.ReadUnreadable() ?? "?";
            turnContext.Say(new MessageContent(heard)
            {
                Choices = heard == "tombol" ? [new Choice("yes", "Ya", "token-1")] : [],
            });
            return Task.CompletedTask;
        }
    }
}
