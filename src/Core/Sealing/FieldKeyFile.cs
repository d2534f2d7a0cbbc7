using System.Security.Cryptography;
using System.Text.Json;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Sealing;

/// <summary>
/// The key ring as a JSON file: <c>{"version":1,"current":1,"keys":[{"id":1,"created":"…Z","key":"base64"}],"index":"base64"}</c>.
/// </summary>
internal static class FieldKeyFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const int MostTries = 500;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);
    private const string RestoreIt = "Restore the file from a backup; a new ring cannot open what is already stored.";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private sealed record KeyEntry(byte Id, DateTime Created, byte[]? Key);

    private sealed record RingFile(int Version, byte Current, List<KeyEntry>? Keys, byte[]? Index);

    public static FieldKeyRing LoadOrCreate(string path, TimeProvider clock)
    {
        var full = Path.GetFullPath(path);
        try
        {
            if (File.Exists(full))
            {
                return Read(full, createdNow: false);
            }

            var made = Create(full, clock);
            return Read(full, made);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FieldKeyException(full, "cannot be read or made",
                "Check that the directory exists and that the file belongs to the user who runs the program.", e);
        }
    }

    private static FieldKeyRing Read(string path, bool createdNow)
    {
        RefuseIfOthersMayRead(path);
        RingFile ring;
        try
        {
            ring = JsonSerializer.Deserialize<RingFile>(File.ReadAllBytes(path), Json)
                ?? throw new FieldKeyException(path, "is empty", RestoreIt);
        }
        catch (JsonException e)
        {
            // The JSON error quotes the file's text: only its position may leave this method.
            throw new FieldKeyException(path, $"is not readable JSON (line {e.LineNumber + 1})", RestoreIt);
        }

        if (ring.Version != 1)
        {
            throw new FieldKeyException(path, $"has version {ring.Version}, this program reads version 1", "Run the release that wrote it.");
        }

        var keys = ring.Keys ?? [];
        if (keys.Any(k => k.Key is not { Length: FieldKeyRing.KeyBytes }) || ring.Index is not { Length: FieldKeyRing.KeyBytes })
        {
            throw new FieldKeyException(path, $"holds a key that is not {FieldKeyRing.KeyBytes} bytes long", RestoreIt);
        }

        if (keys.Select(k => k.Id).Distinct().Count() != keys.Count || keys.All(k => k.Id != ring.Current))
        {
            throw new FieldKeyException(path, "names a key id twice, or a current key that it does not hold", RestoreIt);
        }

        return new FieldKeyRing(keys.ToDictionary(k => k.Id, k => k.Key!), ring.Current, ring.Index, createdNow);
    }

    private static void RefuseIfOthersMayRead(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            throw new FieldKeyException(path, "may be read by other users of this machine", $"Run: chmod 600 '{path}'");
        }
    }

    /// <summary>
    /// Two starts at once must not make two rings, and a move that does not overwrite is no promise on every file system. The
    /// operating system lets go of the claim however its holder ends.
    /// </summary>
    private static FileStream Claim(string path)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new FileStream($"{path}.claim", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (tries < MostTries)
            {
                Thread.Sleep(BetweenTries);
            }
        }
    }

    /// <returns>False when another process made the file first.</returns>
    private static bool Create(string path, TimeProvider clock)
    {
        OwnerOnly.MakeDirectory(Path.GetDirectoryName(path)!);
        using var claim = Claim(path);
        if (File.Exists(path))
        {
            return false;
        }

        var key = new KeyEntry(1, clock.GetUtcNow().UtcDateTime, RandomNumberGenerator.GetBytes(FieldKeyRing.KeyBytes));
        var ring = new RingFile(1, 1, [key], RandomNumberGenerator.GetBytes(FieldKeyRing.KeyBytes));

        // Written beside and moved, so that a power cut never leaves half a key ring under the real name.
        var beside = $"{path}.{Convert.ToHexString(RandomNumberGenerator.GetBytes(6))}.new";
        using (var file = OwnerOnly.Create(beside, FileMode.CreateNew))
        {
            JsonSerializer.Serialize(file, ring, Json);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
            return false;
        }
    }
}
