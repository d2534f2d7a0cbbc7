using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Backups;

/// <summary>Section <c>Backup</c>, and where the key ring lies.</summary>
/// <param name="Passphrase">Null where none is set: then no backup is made.</param>
/// <param name="Directory">Absolute; of the nightly backups.</param>
/// <param name="KeyFile">Absolute; <c>Crypto__KeyFile</c>.</param>
public sealed record BackupOptions(string? Passphrase, string Directory, string KeyFile)
{
    private const int Shortest = 12;

    /// <exception cref="OptionsException">The passphrase is too short to protect anything.</exception>
    public static BackupOptions Read(IConfiguration configuration, string dataDirectory)
    {
        var passphrase = Secrets.Read(configuration, "Backup:Passphrase");
        return passphrase is { Length: < Shortest }
            ? throw new OptionsException("Backup__Passphrase", $"has fewer than {Shortest} characters: use several words, and keep them apart from the backups")
            : new BackupOptions(
                passphrase,
                Path.GetFullPath(configuration["Backup:Directory"] ?? "backups", dataDirectory),
                Path.GetFullPath(configuration["Crypto:KeyFile"] ?? "keys/fields.json", dataDirectory));
    }

    /// <exception cref="OptionsException">None is set.</exception>
    public string NeedPassphrase() => Passphrase
        ?? throw new OptionsException("Backup__Passphrase", "is not set: backups are encrypted with it; use several words, and keep them apart from the backups");
}
