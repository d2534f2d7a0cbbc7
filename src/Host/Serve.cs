using SlrtBot.Core.Persistence;

namespace SlrtBot.Host;

/// <summary>The program without a verb: prepares the database, opens the doors, and says where they are.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] settings, Terminal terminal, CancellationToken cancellationToken)
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
        return ExitCode.Done;
    }
}
