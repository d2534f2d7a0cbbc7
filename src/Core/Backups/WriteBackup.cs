using System.Formats.Tar;
using Microsoft.Data.Sqlite;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Backups;

/// <param name="HasDatabase">False on PostgreSQL, whose own tools make that part.</param>
public sealed record BackupWritten(string Path, long Bytes, int Files, bool HasDatabase);

/// <summary>
/// One encrypted file with the database (copied by SQLite while the program goes on), the sealed files and the keys.
/// The files are read after the database, so that a row in the copy finds its bytes.
/// </summary>
public sealed class WriteBackup(DatabaseOptions database, BackupOptions options)
{
    public const string DatabaseName = "slrt.db";
    public const string KeyName = "keys/fields.json";
    public static readonly IReadOnlyList<string> Folders = ["files", "keys/cookies"];


    /// <param name="path">Appears whole or not at all.</param>
    /// <exception cref="OptionsException">No passphrase is set, or the key ring is not there.</exception>
    /// <exception cref="StorageUnavailableException">The copy is not sound.</exception>
    public BackupWritten Run(string path, CancellationToken cancellationToken)
    {
        var passphrase = options.NeedPassphrase();
        if (!File.Exists(options.KeyFile))
        {
            throw new OptionsException("Crypto__KeyFile", $"there is no key ring at {options.KeyFile}, without which a backup opens nothing: put it back, or start the program once");
        }

        var unfinished = $"{path}.part";
        var copy = Path.Combine(database.DataDirectory, "backup.part");
        try
        {
            var files = 0;
            using (var file = OwnerOnly.Create(unfinished))
            {
                using var sealing = BackupCipher.Seal(file, passphrase);
                using (var tar = new TarWriter(sealing, leaveOpen: true))
                {
                    foreach (var (source, name) in Contents(copy))
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        files += WriteEntry(tar, source, name) ? 1 : 0;
                    }
                }

                sealing.Finish();
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
            return new BackupWritten(path, new FileInfo(path).Length, files, database.SqlitePath is not null);
        }
        finally
        {
            File.Delete(unfinished);
            File.Delete(copy);
        }
    }

    private IEnumerable<(string Source, string Name)> Contents(string copy)
    {
        if (database.SqlitePath is { } path)
        {
            Copy(path, copy);
            yield return (copy, DatabaseName);
        }

        yield return (options.KeyFile, KeyName);
        foreach (var folder in Folders)
        {
            var root = Path.Combine(database.DataDirectory, folder);
            foreach (var file in Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : [])
            {
                yield return (file, $"{folder}/{Path.GetRelativePath(root, file).Replace('\\', '/')}");
            }
        }
    }

    /// <returns>False for what was erased meanwhile.</returns>
    private static bool WriteEntry(TarWriter tar, string source, string name)
    {
        try
        {
            using var file = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = file, Mode = OwnerOnly.Mode });
            return true;
        }
        catch (FileNotFoundException) when (name.StartsWith("files/", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static void Copy(string path, string copy)
    {
        using (OwnerOnly.Create(copy))
        {
            // Made here, so that it is nobody else's to read.
        }

        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        source.Open();
        target.Open();
        source.BackupDatabase(target);
        using var command = target.CreateCommand();
        command.CommandText = "pragma journal_mode = delete";
        command.ExecuteNonQuery();
        command.CommandText = "pragma integrity_check";
        if (command.ExecuteScalar() is not "ok")
        {
            throw new StorageUnavailableException("The copy of the database is damaged: run the verb verify, and keep the older backups.");
        }
    }
}
