namespace SlrtBot.Core.Kernel;

/// <summary>Files and directories that nobody else of the machine may read (modes 0600 and 0700; Windows has none).</summary>
internal static class OwnerOnly
{
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Open for writing.</summary>
    /// <param name="bufferSize">0 where whole files are written at once.</param>
    public static FileStream Create(string path, FileMode mode = FileMode.Create, FileOptions options = FileOptions.None, int bufferSize = 4096)
    {
        var created = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Options = options, BufferSize = bufferSize };
        if (!OperatingSystem.IsWindows())
        {
            created.UnixCreateMode = Mode;
        }

        return new FileStream(path, created);
    }

    /// <summary>With those around it that are missing; one that is there stays as it is.</summary>
    public static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Mode | UnixFileMode.UserExecute);
        }
    }
}
