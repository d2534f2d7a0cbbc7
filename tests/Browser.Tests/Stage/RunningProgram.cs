using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Partners;
using SlrtBot.Core.Persistence;
using SlrtBot.Host;
using SlrtBot.TestKit;

namespace SlrtBot.Browser.Tests.Stage;

/// <summary>The whole program on a port of its own, with a database and a data directory of its own, and the demo accounts.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    public const string Password = "mangga harum manis sekali";

    /// <summary>A partner that serves the regency.</summary>
    public const string Partner = "Dinas Sosial Kabupaten Bandung";

    private readonly WebApplication _app;
    private readonly string _directory;
    private readonly string? _postgresName;

    private RunningProgram(WebApplication app, string directory, string? postgresName)
    {
        _app = app;
        _directory = directory;
        _postgresName = postgresName;
    }

    public string Address => _app.Urls.Single();

    /// <param name="clock">Instead of the machine's.</param>
    public static async Task<RunningProgram> StartAsync(DatabaseProvider provider, TimeProvider? clock = null)
    {
        var (settings, directory, postgresName) = await TestDatabase.SettingsAsync(provider);
        settings["urls"] = "http://127.0.0.1:0";
        settings["environment"] = "Development";
        settings["contentRoot"] = directory;
        settings["Demo:Password"] = Password;
        settings["Logging:LogLevel:Default"] = "Warning";
        settings["Slrt:Talk:StoryPauseSeconds"] = "1";
        using var hook = new ProgramHook(services => services.AddSingleton(clock ?? TimeProvider.System));
        var app = Composition.Build([.. settings.Select(s => $"--{s.Key}={s.Value}")]);
        await FirstStart.PrepareAsync(app.Services, CancellationToken.None);
        await AddOthersAsync(app.Services);
        Composition.Map(app);
        await app.StartAsync();
        return new RunningProgram(app, directory, postgresName);
    }

    /// <summary>What the program's own clock does in the ten minutes after it was moved.</summary>
    public async Task RunJobsAsync()
    {
        foreach (var job in JobSchedule.All)
        {
            await _app.Services.GetRequiredService<JobRunner>().RunAsync(job.Name, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await TestDatabase.RemoveAsync(_directory, _postgresName);
    }

    private static async Task AddOthersAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        db.Add(new Partner
        {
            Id = SequentialId.Next(DateTime.UnixEpoch),
            Code = "browser-dinsos",
            Name = Partner,
            Kind = PartnerKind.GovernmentService,
            Services = "K1 K2 P1 P4",
            AreaCode = "32.04",
            Address = "Jalan Raya Soreang, Kabupaten Bandung",
            Telephone = "(022) 5891580",
        });

        // No watcher of this program writes over it: a channel as it looks with a webhook.
        db.Add(new ChannelCheck
        {
            Channel = "import",
            State = ChannelState.Working,
            Since = DateTime.UnixEpoch,
            Webhook = "https://slrt.bandungkab.example.go.id/webhooks/telegram",
            LastErrorAt = DateTime.UnixEpoch,
            LastError = "Wrong response from the webhook: 502 Bad Gateway",
            CheckedAt = DateTime.UnixEpoch.AddYears(200),
        });
        await services.GetRequiredService<WriteGate>().SaveAsync(db, CancellationToken.None);
    }
}
