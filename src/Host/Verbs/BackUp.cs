using System.CommandLine;
using System.Globalization;
using SlrtBot.Core.Backups;

namespace SlrtBot.Host.Verbs;

internal static class BackUp
{
    private static readonly Argument<FileInfo> Backup = new Argument<FileInfo>("FILE") { Description = "The backup." };

    public static Verb Verb { get; } = new(
        "backup", VerbKind.Reads, "Write database, files and keys into one file, encrypted with Backup__Passphrase; also while the program serves.", RunAsync)
    {
        Operand = Backup,
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var written = call.Services.GetRequiredService<WriteBackup>().Run(call.Given(Backup).FullName, cancellationToken);
        await call.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{written.Path}: {written.Files} files, {written.Bytes / 1048576.0:F1} MB. Without Backup__Passphrase nobody opens it: keep that elsewhere."));
        if (!written.HasDatabase)
        {
            await call.Out.WriteLineAsync("On PostgreSQL this holds the sealed files and the keys only: dump the database with pg_dump, before this.");
        }

        return ExitCode.Done;
    }
}
