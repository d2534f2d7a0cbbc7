using System.CommandLine;
using SlrtBot.Core.Backups;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

internal static class Restore
{
    private static readonly Argument<FileInfo> Backup = new Argument<FileInfo>("FILE") { Description = "The backup." }.AcceptExistingOnly();

    public static Verb Verb { get; } = new(
        "restore", VerbKind.Detached, "Put a backup into an empty data directory; then run verify.", RunAsync)
    {
        Operand = Backup,
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        using var directory = new DirectoryLock();
        directory.Take(call.Services.GetRequiredService<DatabaseOptions>());
        var restored = call.Services.GetRequiredService<RestoreBackup>().Run(call.Given(Backup).FullName, DirectoryLock.FileName, cancellationToken);
        await call.Out.WriteLineAsync($"{restored.Files} files restored. Run verify, then start the program.");
        if (!restored.HasDatabase)
        {
            await call.Out.WriteLineAsync("The database is not among them: restore the dump of PostgreSQL with pg_restore.");
        }

        return ExitCode.Done;
    }
}
