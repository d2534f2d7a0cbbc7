using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Files;

/// <summary>
/// The bytes of <see cref="StoredFile"/>s, sealed with the field keys, at <c>files/aa/{id}</c> under the data
/// directory (mode 0600, aa the last two digits of the id). Rows and bytes are not one transaction: bytes are
/// written before the row is committed and may outlive it for a while, never the other way round.
/// </summary>
public sealed class FileStore(FieldCipher cipher, DatabaseOptions options)
{
    private const string Column = "bytes";
    private const string Unfinished = ".part";

    private readonly string _root = Path.Combine(options.DataDirectory, "files");

    /// <summary>Keeps the bytes under that id, on disk when this returns; writing again replaces them.</summary>
    /// <param name="id">The id that the <see cref="StoredFile"/> has or will have.</param>
    /// <exception cref="StorageUnavailableException">The disk did not take them.</exception>
    public async Task WriteAsync(Guid id, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        var unfinished = path + Unfinished;
        var bytes = cipher.SealBytes(plain.Span, StoredFile.Table, id, Column).Bytes;
        try
        {
            OwnerOnly.MakeDirectory(Path.GetDirectoryName(path)!);
            await using (var file = OwnerOnly.Create(unfinished, options: FileOptions.Asynchronous, bufferSize: 0))
            {
                await file.WriteAsync(bytes, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (IOException failure)
        {
            throw new StorageUnavailableException("A file could not be written to the data directory.", failure);
        }
    }

    /// <returns>Null when there are no such bytes.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">They were altered, or belong to another id.</exception>
    public async Task<byte[]?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(PathOf(id), cancellationToken);
            return cipher.OpenBytes(new Sealed(bytes), StoredFile.Table, id, Column);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether there are bytes under that id.</summary>
    public bool Holds(Guid id) => File.Exists(PathOf(id));

    /// <summary>Removes the bytes; nothing happens when there are none.</summary>
    public void Delete(Guid id)
    {
        if (Directory.Exists(Path.GetDirectoryName(PathOf(id))))
        {
            File.Delete(PathOf(id));
        }
    }

    /// <summary>Ids of all that was written before that instant (UTC), read as they are asked for.</summary>
    public IEnumerable<Guid> WrittenBefore(DateTime before) => Files("*")
        .Where(f => f.LastWriteTimeUtc < before)
        .Select(f => Guid.TryParseExact(f.Name, "D", out var id) ? id : Guid.Empty)
        .Where(id => id != Guid.Empty);

    /// <summary>Removes what a crash cut short while it was written.</summary>
    /// <returns>How many there were.</returns>
    public int DeleteUnfinished(DateTime before)
    {
        var unfinished = Files($"*{Unfinished}").Where(f => f.LastWriteTimeUtc < before).ToList();
        unfinished.ForEach(f => f.Delete());
        return unfinished.Count;
    }

    private IEnumerable<FileInfo> Files(string pattern) =>
        Directory.Exists(_root) ? new DirectoryInfo(_root).EnumerateFiles(pattern, SearchOption.AllDirectories) : [];

    // The id's beginning is the time: its end spreads the files evenly.
    internal string PathOf(Guid id)
    {
        var name = id.ToString("D");
        return Path.Combine(_root, name[^2..], name);
    }
}
