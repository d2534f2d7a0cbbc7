using System.Security.Cryptography;
using System.Text;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Imports;

/// <param name="Sha256">Of the plain bytes.</param>
public sealed record KeptList(Guid Id, ImportFormat Format, long Size, byte[] Sha256);

/// <summary>
/// The lists themselves, sealed piece by piece at <c>imports/{id}</c> under the data directory (mode 0600), each under a key of its
/// own. None of their rows lies anywhere in the clear, and none is in memory longer than it is read.
/// </summary>
public sealed class ImportFiles(FieldKeyRing ring, DatabaseOptions options)
{
    /// <summary>In bytes: about four million rows.</summary>
    public const long Largest = 1L << 30;

    private const int KeyBytes = 32;
    private const int BufferBytes = 64 * 1024;
    private const string Unfinished = ".part";

    private readonly string _root = Path.Combine(options.DataDirectory, "imports");

    /// <summary>Takes a file in, to its end.</summary>
    /// <exception cref="UnreadableListException">Too large, empty, locked with a password, or no list at all.</exception>
    /// <exception cref="StorageUnavailableException">The disk did not take it.</exception>
    public async Task<KeptList> KeepAsync(Guid id, Stream plain, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        OwnerOnly.MakeDirectory(_root);
        try
        {
            KeptList kept;
            await using (var file = OwnerOnly.Create(path + Unfinished))
            {
                kept = await SealAsync(id, plain, file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(path + Unfinished, path, overwrite: true);
            return kept;
        }
        catch (IOException failure)
        {
            throw new StorageUnavailableException("A list could not be written to the data directory.", failure);
        }
        finally
        {
            File.Delete(path + Unfinished);
        }
    }

    /// <summary>Its plain bytes; whoever reads may go to and fro.</summary>
    /// <exception cref="FileNotFoundException">It is no more.</exception>
    public Stream Open(Guid id)
    {
        var file = new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var key = new byte[1];
        file.ReadExactly(key);
        return new OpeningStream(file, Cipher(key[0], id), canSeek: true, leaveOpen: false);
    }

    public void Delete(Guid id) => File.Delete(PathOf(id));

    /// <summary>Ids of those that were taken in before that instant (UTC).</summary>
    internal IReadOnlyList<Guid> WrittenBefore(DateTime before) => !Directory.Exists(_root) ? [] :
        [.. new DirectoryInfo(_root).EnumerateFiles().Where(f => f.LastWriteTimeUtc < before && Guid.TryParse(f.Name, out _)).Select(f => Guid.Parse(f.Name))];

    private async Task<KeptList> SealAsync(Guid id, Stream plain, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        file.WriteByte(ring.CurrentKeyId);
        using var sealing = new SealingStream(file, Cipher(ring.CurrentKeyId, id));
        var buffer = new byte[BufferBytes];
        ImportFormat? format = null;
        long size = 0;
        int read;
        while ((read = await plain.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)) > 0)
        {
            format ??= FormatOf(buffer.AsSpan(0, read));
            size += read;
            if (size > Largest)
            {
                throw new UnreadableListException("import_too_large");
            }

            hash.AppendData(buffer, 0, read);
            sealing.Write(buffer.AsSpan(0, read));
        }

        CryptographicOperations.ZeroMemory(buffer);
        sealing.Finish();
        return new KeptList(id, format ?? throw new UnreadableListException("import_empty"), size, hash.GetHashAndReset());
    }

    /// <summary>By what the file begins with, whatever it is called.</summary>
    private static ImportFormat FormatOf(ReadOnlySpan<byte> begin) =>
        begin.StartsWith("PK\u0003\u0004"u8) ? ImportFormat.Xlsx
        : begin.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? throw new UnreadableListException("import_locked")
        : begin.StartsWith("%PDF"u8) || begin.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || begin.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
            || begin.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || begin.StartsWith("<"u8)
            ? throw new UnreadableListException("import_not_a_list")
        : ImportFormat.Csv;

    private AesGcm Cipher(byte keyId, Guid id)
    {
        var master = ring.FieldKey(keyId) ?? throw new CryptographicException("The key of a list is not in the key ring (Crypto__KeyFile).");
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeyBytes, id.ToByteArray(bigEndian: true), Encoding.UTF8.GetBytes("slrt.import"));
        return new AesGcm(key, SealedPieces.TagBytes);
    }

    private string PathOf(Guid id) => Path.Combine(_root, id.ToString("D"));
}
