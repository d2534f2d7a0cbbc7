using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlrtBot.Bot.Dialogs;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Telegram;
using SlrtBot.Bot.Turns;
using SlrtBot.Core;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>The bot's door on a real database, a real port and the fake Bot API; a bot inside that repeats what it hears.</summary>
internal sealed class TelegramHost : IAsyncDisposable
{
    public const string Secret = "a-secret-of-forty-three-characters-0123456789";

    private readonly WebApplication _app;
    private readonly string _directory;
    private readonly string? _postgresName;

    private TelegramHost(WebApplication app, FakeTelegramServer telegram, TestClock clock, string directory, string? postgresName)
    {
        _app = app;
        Telegram = telegram;
        Clock = clock;
        _directory = directory;
        _postgresName = postgresName;
    }

    public FakeTelegramServer Telegram { get; }

    public TestClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Posts to the bot's own address.</summary>
    public HttpClient Http { get; private set; } = null!;

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

    /// <summary>Waits until every message that was accepted has had its turn.</summary>
    public Task IsAtRestAsync() => Services.GetRequiredService<TurnWorker>().WhenIdleAsync();

    /// <summary>Nothing more is written for so long that a story in pieces is answered.</summary>
    public async Task PauseAsync()
    {
        await IsAtRestAsync();
        Clock.Advance(new TalkOptions().StoryPause);
    }

    public async Task<T> ReadAsync<T>(Func<SlrtDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SlrtDbContext>());
    }

    public Task<List<InboundMessage>> InboxAsync() => ReadAsync(db => db.InboundMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    public Task<List<OutboundMessage>> OutboxAsync() => ReadAsync(db => db.OutboundMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Telegram.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await TestDatabase.RemoveAsync(_directory, _postgresName);
    }

    private static async Task<TelegramHost> StartAsync(string mode, DatabaseProvider provider, bool works = true, bool echo = true, IBot? bot = null)
    {
        var telegram = await FakeTelegramServer.StartAsync();
        var (settings, directory, postgresName) = await TestDatabase.SettingsAsync(provider);
        settings["Telegram:BotToken"] = telegram.Token;
        settings["Telegram:ApiBaseUrl"] = telegram.ApiBaseUrl;
        settings["Telegram:Mode"] = mode;
        settings["Telegram:WebhookSecret"] = Secret;
        settings["Telegram:MessagesPerSecond"] = "0";
        var clock = new TestClock();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddCore(builder.Configuration, directory);
        builder.Services.AddBot(builder.Configuration);
        if (works)
        {
            // Without the fetcher: tests let it look when they are ready.
            builder.Services.AddHostedService(sp => sp.GetRequiredService<TurnWorker>());
            builder.Services.AddHostedService(sp => sp.GetRequiredService<TypingSigns>());
            builder.Services.AddHostedService(sp => sp.GetRequiredService<Dispatcher>());
            builder.Services.AddTelegramWork();
        }

        if (echo)
        {
            builder.Services.AddScoped<IBot>(_ => bot ?? new EchoBot());
        }

        var app = builder.Build();
        app.MapBot();
        await app.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new TelegramHost(app, telegram, clock, directory, postgresName) { Http = new HttpClient { BaseAddress = new Uri(address) } };
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
