using SlrtBot.Core.Backups;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

internal static class Restore
{
    public static Verb Verb { get; } = new(
        "restore", VerbKind.Detached, "Put a backup into an empty data directory; then run verify.", RunAsync)
    {
        Operands = ["FILE"],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (!File.Exists(call.Operands[0]))
        {
            throw new WrongCallException($"restore: there is no file {call.Operands[0]}.");
        }

        using var directory = new DirectoryLock();
        directory.Take(call.Services.GetRequiredService<DatabaseOptions>());
        var restored = call.Services.GetRequiredService<RestoreBackup>().Run(call.Operands[0], DirectoryLock.FileName, cancellationToken);
        await call.Out.WriteLineAsync($"{restored.Files} files restored. Run verify, then start the program.");
        if (!restored.HasDatabase)
        {
            await call.Out.WriteLineAsync("The database is not among them: restore the dump of PostgreSQL with pg_restore.");
        }

        return ExitCode.Done;
    }
}
