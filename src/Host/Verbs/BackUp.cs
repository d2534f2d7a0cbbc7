using System.CommandLine;
using System.Globalization;
using SlrtBot.Core.Backups;

namespace SlrtBot.Host.Verbs;

internal static class BackUp
{
    private static readonly Argument<FileInfo> Backup = new Argument<FileInfo>("FILE") { Description = "The backup." };
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Take the place of a file that is there." };

    public static Verb Verb { get; } = new(
        "backup", VerbKind.Reads, "Write database, files and keys into one file, encrypted with Backup__Passphrase; also while the program serves.", RunAsync)
    {
        Operand = Backup,
        Options = [Overwrite],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var file = call.Given(Backup);
        if (file is { Exists: true, Length: > 0 } && !call.Value(Overwrite))
        {
            throw new WrongCallException($"{file.FullName} is there already: name another file, or add --overwrite.");
        }

        var written = call.Services.GetRequiredService<WriteBackup>().Run(file.FullName, cancellationToken);
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
