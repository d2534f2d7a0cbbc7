using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>
/// A whole installation as an office runs it: the real program with all its doors on a real port, a database of its
/// own, the fake Bot API that posts to its webhook, the test's clock, and everything that it logs.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    public const string Secret = "a-webhook-secret-that-nobody-may-read-0123456789";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly Dictionary<string, string?> _settings;
    private readonly string? _postgresName;
    private ProgramHook? _hook;
    private CancellationTokenSource _stop = new();
    private Task<int> _running = Task.FromResult(0);
    private IHost? _host;

    private Installation(FakeTelegramServer telegram, Dictionary<string, string?> settings, string directory, string? postgresName)
    {
        Telegram = telegram;
        _settings = settings;
        Directory = directory;
        _postgresName = postgresName;
    }

    public FakeTelegramServer Telegram { get; }

    public TestClock Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public StringWriter Out { get; } = new();

    public StringWriter Error { get; } = new();

    /// <summary>The data directory.</summary>
    public string Directory { get; }

    public string DatabaseFile => Path.Combine(Directory, "slrt.db");

    public bool IsPostgres => _postgresName is not null;

    public string ConnectionString => _settings["ConnectionStrings:Slrt"]!;

    /// <summary>Goes to the program's own address; every address that is asked for is kept with the logs.</summary>
    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => _host!.Services;

    public static Task<Installation> StartAsync(DatabaseProvider provider, Action<Dictionary<string, string?>> settings) =>
        StartAsync(provider, null, settings);

    /// <param name="more">Added to the program's own services, last.</param>
    /// <param name="settings">Changes those that every installation here has.</param>
    public static async Task<Installation> StartAsync(
        DatabaseProvider provider, Action<IServiceCollection>? more = null, Action<Dictionary<string, string?>>? settings = null)
    {
        var telegram = await FakeTelegramServer.StartAsync("987654321:AAsecret-token_that-must-not-leak99");
        var (configured, directory, postgresName) = await TestDatabase.SettingsAsync(provider);
        configured["Telegram:BotToken"] = telegram.Token;
        configured["Telegram:ApiBaseUrl"] = telegram.ApiBaseUrl;
        configured["Telegram:Mode"] = "Webhook";
        configured["Telegram:WebhookSecret"] = Secret;
        configured["Telegram:MessagesPerSecond"] = "0";
        configured["Host:TrustedProxies"] = "127.0.0.1";
        settings?.Invoke(configured);
        var installation = new Installation(telegram, configured, directory, postgresName);
        await installation.StartAsync(more);
        return installation;
    }

    /// <summary>A scope's worth of a look at the database.</summary>
    public async Task<T> ReadAsync<T>(Func<SlrtDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SlrtDbContext>());
    }

    /// <summary>Somebody who works there, signed in.</summary>
    public async Task<StaffBrowser> SignInAsync(Role role, string area = "32.04", bool readsSensitive = false)
    {
        var name = Codes.Of(role);
        var hash = new PasswordHasher<StaffMember>().HashPassword(null!, StaffBrowser.Password);
        var staff = new NewStaffMember(name, $"Petugas {name}", [role], area, readsSensitive, hash);
        await Services.GetRequiredService<UnitOfWork>().RunAsync<AddStaffMember, StaffAdded>(
            (act, stop) => act.DoAsync(staff, Provenance.Verb("test", Clock.UtcNow), stop), CancellationToken.None);
        var browser = new StaffBrowser(Http);
        await browser.SignInAsync(name);
        return browser;
    }

    /// <summary>A health centre that complaints may be referred to.</summary>
    public async Task<Guid> PartnerAsync()
    {
        var partner = new Partner
        {
            Id = SequentialId.Next(Clock.UtcNow),
            Code = "puskesmas",
            Name = "Puskesmas Soreang",
            Kind = PartnerKind.GovernmentService,
            Services = "N1 K2 P1",
            AreaCode = "32.04",
        };
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        context.Add(partner);
        await Services.GetRequiredService<WriteGate>().SaveAsync(context, CancellationToken.None);
        return partner.Id;
    }

    public Task RunJobAsync(string name) => Services.GetRequiredService<JobRunner>().RunAsync(name, CancellationToken.None);

    /// <summary>Waits for what the program does on its own, moving its clock by a tick whenever it looks again.</summary>
    public async Task UntilAsync(Func<SlrtDbContext, Task<bool>> holds, TimeSpan? tick = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await ReadAsync(holds))
        {
            Clock.Advance(tick ?? TimeSpan.FromSeconds(1));
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Every message was handled and every reply is on its way or decided.</summary>
    public Task QuietAsync() => UntilAsync(async db =>
    {
        await RunJobAsync("expire-leases");
        return !await db.InboundMessages.AnyAsync(m => m.State == InboundState.New)
            && !await db.OutboundMessages.AnyAsync(m =>
                m.State == OutboundState.Due || m.State == OutboundState.Leased || m.State == OutboundState.Unknown);
    });

    /// <summary>A verb of the same program on the same database, in a process of its own as it were.</summary>
    public async Task<(int Exit, string Said)> VerbAsync(params string[] words)
    {
        var said = new StringWriter();
        string[] arguments = [.. words, "--environment=Production", $"--contentRoot={Directory}", .. _settings.Select(s => $"--{s.Key}={s.Value}")];
        using var hook = new ProgramHook(services => services.AddSingleton<TimeProvider>(Clock));
        var exit = await Task.Run(() => Launch.RunAsync(arguments, new Terminal(TextReader.Null, said, said, InputIsRedirected: true)));
        return (exit, said.ToString());
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        while (!_running.IsCompleted)
        {
            // Calls that hang end by the program's clock.
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(_running, Task.Delay(20));
        }

        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
        _hook?.Dispose();
        _stop.Dispose();
        await Telegram.DisposeAsync();
        await TestDatabase.RemoveAsync(Directory, _postgresName);
    }

    /// <summary>Starts it again on what it has stored.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message is what it said.</exception>
    public Task RestartAsync()
    {
        Out.GetStringBuilder().Clear();
        Error.GetStringBuilder().Clear();
        return StartAsync(null);
    }

    private async Task StartAsync(Action<IServiceCollection>? more)
    {
        _stop = new CancellationTokenSource();
        _hook?.Dispose();
        _hook = new ProgramHook(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<ILoggerProvider>(Logs);
            services.PostConfigure<LoggerFilterOptions>(o => o.Rules.Add(new LoggerFilterRule("Captured", null, LogLevel.Trace, null)));
            services.AddSingleton<IStartupFilter>(new AddressLog(Logs));
            more?.Invoke(services);
        });
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0", "--environment=Production", $"--contentRoot={Directory}",
            .. _settings.Select(s => $"--{s.Key}={s.Value}"),
        ];
        var banner = new BannerWriter(Out);
        _running = Task.Run(() => Launch.RunAsync(arguments, new Terminal(TextReader.Null, banner, Error, InputIsRedirected: true), _stop.Token));
        if (await Task.WhenAny(_running, banner.Written) == _running)
        {
            throw new InvalidOperationException($"It did not start: {Error}{Out}");
        }

        _host = await _hook.Built;
        var address = Out.ToString().Split('\n').First(l => l.StartsWith("  Console ", StringComparison.Ordinal)).Trim().Split(' ')[^1];
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
        // As the proxy in front of it says: without, cookies would not be given.
        Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        Telegram.Updates.UseWebhook(Http, Secret);
    }

    /// <summary>What an access log would hold: method, path and query of every request.</summary>
    private sealed class AddressLog(CapturedLogs logs) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext context, RequestDelegate go) =>
            {
                logs.Add($"access {context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
                return go(context);
            });
            next(app);
        };
    }

    private sealed class BannerWriter(StringWriter into) : StringWriter
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => _written.Task;

        public override void WriteLine(string? value)
        {
            into.WriteLine(value);
            _written.TrySetResult();
        }
    }
}
