using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host;

/// <summary>
/// <c>slrt.lock</c> in the data directory: on SQLite one process writes, and whoever holds this file is it. The
/// operating system lets go of it when the process ends, however it ends. On PostgreSQL many processes share.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    public const string FileName = "slrt.lock";

    private FileStream? _held;

    /// <exception cref="OptionsException">Another process holds it.</exception>
    public void Take(DatabaseOptions database)
    {
        if (!TryTake(database))
        {
            throw new OptionsException(
                "Data__Directory", $"another process of this program works in {database.DataDirectory} and holds {FileName}: stop it first");
        }
    }

    /// <returns>False: another process holds it.</returns>
    public bool TryTake(DatabaseOptions database)
    {
        if (database.Provider != DatabaseProvider.Sqlite)
        {
            return true;
        }

        MakeDirectory(database.DataDirectory);
        var path = Path.Combine(database.DataDirectory, FileName);
        try
        {
            _held = new FileStream(path, Options());
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => _held?.Dispose();

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static void MakeDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
