using SlrtBot.Core.Persistence;

namespace SlrtBot.Host;

/// <summary>The program without a verb: prepares the database, opens the doors, and says where they are.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] settings, Terminal terminal, CancellationToken cancellationToken)
    {
        using var stop = new EarlyStop(cancellationToken);
        try
        {
            await ServeAsync(settings, terminal, stop.Token);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            // Stopped while it started: what was under way is rolled back, and the next start begins there.
        }

        return ExitCode.Done;
    }

    private static async Task ServeAsync(string[] settings, Terminal terminal, CancellationToken cancellationToken)
    {
        using var directory = new DirectoryLock();
        await using var app = Composition.Build(settings);
        var database = app.Services.GetRequiredService<DatabaseOptions>();
        app.Services.GetRequiredService<HostSettings>().AssertFit(database.Provider);
        directory.Take(database);
        var demo = await FirstStart.PrepareAsync(app.Services, cancellationToken);
        var hasStaff = await FirstStart.HasStaffAsync(app.Services, cancellationToken);
        Composition.Map(app);
        app.Lifetime.ApplicationStarted.Register(() => terminal.Out.WriteLine(Banner.Of(app, demo, hasStaff)));
        await app.RunAsync(cancellationToken);
    }
}
