using System.Formats.Tar;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Backups;

/// <param name="HasDatabase">False for a backup of an installation on PostgreSQL.</param>
public sealed record BackupRestored(int Files, bool HasDatabase);

/// <summary>
/// Puts a backup into an empty data directory. Everything is opened and checked beside its place first: a backup that
/// is cut off, altered or of another passphrase leaves nothing.
/// </summary>
public sealed class RestoreBackup(DatabaseOptions database, BackupOptions options)
{

    /// <param name="ignored">Name of a file in the data directory that may be there: the program's own lock.</param>
    /// <exception cref="OptionsException">Something is in the way, the passphrase does not open it, or it is of before release 0.2.0.</exception>
    public BackupRestored Run(string path, string ignored, CancellationToken cancellationToken)
    {
        var passphrase = options.NeedPassphrase();
        AssertEmpty(ignored);
        var beside = Path.Combine(database.DataDirectory, "restore.part");
        OwnerOnly.MakeDirectory(beside);
        try
        {
            var files = Extract(path, passphrase, beside, cancellationToken);
            AssertNotOfBefore(Path.Combine(beside, WriteBackup.DatabaseName), path);
            foreach (var folder in WriteBackup.Folders)
            {
                MoveDirectory(Path.Combine(beside, folder), Path.Combine(database.DataDirectory, folder));
            }

            MoveFile(Path.Combine(beside, WriteBackup.KeyName), options.KeyFile);
            var hasDatabase = database.SqlitePath is { } target && MoveFile(Path.Combine(beside, WriteBackup.DatabaseName), target);
            return new BackupRestored(files, hasDatabase);
        }
        catch (InvalidDataException)
        {
            throw new OptionsException("Backup__Passphrase", $"it does not open {path}, or the file is no backup, was altered or was cut off; nothing was restored");
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    private static void AssertNotOfBefore(string unpacked, string path)
    {
        if (File.Exists(unpacked))
        {
            SchemaOfBefore.Refuse(SchemaOfBefore.Of(unpacked), "Data__Directory", $"the database in {path}");
        }
    }

    private void AssertEmpty(string ignored)
    {
        var found = Directory.Exists(database.DataDirectory)
            ? Directory.EnumerateFileSystemEntries(database.DataDirectory).FirstOrDefault(e => Path.GetFileName(e) != ignored)
            : null;
        if (found is not null || File.Exists(options.KeyFile) || File.Exists(database.SqlitePath))
        {
            throw new OptionsException(
                "Data__Directory", $"there is something already ({found ?? database.SqlitePath ?? options.KeyFile}): a backup is restored into an empty directory, so name another one");
        }
    }

    private static int Extract(string path, string passphrase, string beside, CancellationToken cancellationToken)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var opening = BackupCipher.Open(file, passphrase);
        using var tar = new TarReader(opening);
        var files = 0;
        while (tar.GetNextEntry() is { } entry)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var target = Path.GetFullPath(Path.Combine(beside, entry.Name));
            if (entry.EntryType != TarEntryType.RegularFile || !target.StartsWith(beside + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InvalidDataException("Not a backup of this program.");
            }

            OwnerOnly.MakeDirectory(Path.GetDirectoryName(target)!);
            using var written = OwnerOnly.Create(target, FileMode.CreateNew);
            entry.DataStream?.CopyTo(written);
            written.Flush(flushToDisk: true);
            files++;
        }

        // The archive's own end comes before the last piece says so.
        opening.CopyTo(Stream.Null);
        return files;
    }

    private static void MoveDirectory(string from, string to)
    {
        if (Directory.Exists(from))
        {
            OwnerOnly.MakeDirectory(Path.GetDirectoryName(to)!);
            Directory.Move(from, to);
        }
    }

    private static bool MoveFile(string from, string to)
    {
        if (!File.Exists(from))
        {
            return false;
        }

        OwnerOnly.MakeDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to);
        return true;
    }
}
