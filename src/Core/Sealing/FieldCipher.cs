using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SlrtBot.Core.Sealing;

/// <summary>
/// Seals personal values with AES-256-GCM for one row and column. Layout: version (1 byte), key id (1), nonce (12,
/// random), ciphertext, tag (16); the associated data is <c>table|row|column</c>, so a value copied to another row
/// does not open. A key may seal 2^32 values before it must be followed by a new one (NIST SP 800-38D).
/// </summary>
public sealed class FieldCipher(FieldKeyRing ring)
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 2 + NonceBytes;
    private const int OnStack = 512;
    private const int RowText = 36;

    // AesGcm may not be used by two threads at once, and its key set-up is not free: one per thread and key. Static,
    // since a process has one ring; where it has more (tests), the thread starts anew for each.
    [ThreadStatic]
    private static AesGcm?[]? _ciphers;
    [ThreadStatic]
    private static FieldKeyRing? _ciphersRing;

    public Sealed Seal(string plain, SealedTable table, Guid row, string column)
    {
        ArgumentNullException.ThrowIfNull(plain);
        var bytes = new byte[HeadBytes + Encoding.UTF8.GetByteCount(plain) + TagBytes];
        Encoding.UTF8.GetBytes(plain, bytes.AsSpan(HeadBytes));
        return SealInPlace(bytes, table.Name, row, column);
    }

    public Sealed? SealOptional(string? plain, SealedTable table, Guid row, string column) =>
        plain is null ? null : Seal(plain, table, row, column);

    public Sealed SealBytes(ReadOnlySpan<byte> plain, SealedTable table, Guid row, string column)
    {
        var bytes = new byte[HeadBytes + plain.Length + TagBytes];
        plain.CopyTo(bytes.AsSpan(HeadBytes));
        return SealInPlace(bytes, table.Name, row, column);
    }

    /// <exception cref="CryptographicException">The value was sealed for another row or column, or was altered.</exception>
    public string Open(Sealed value, SealedTable table, Guid row, string column)
    {
        ArgumentNullException.ThrowIfNull(value);
        var length = Math.Max(0, value.Bytes.Length - HeadBytes - TagBytes);
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var plain = (rented ?? stackalloc byte[OnStack])[..length];
        try
        {
            OpenInto(plain, value.Bytes, table.Name, row, column);
            return Encoding.UTF8.GetString(plain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <exception cref="CryptographicException">As <see cref="Open"/>.</exception>
    public string? OpenOptional(Sealed? value, SealedTable table, Guid row, string column) =>
        value is null ? null : Open(value, table, row, column);

    /// <exception cref="CryptographicException">As <see cref="Open"/>.</exception>
    public byte[] OpenBytes(Sealed value, SealedTable table, Guid row, string column)
    {
        ArgumentNullException.ThrowIfNull(value);
        var plain = new byte[Math.Max(0, value.Bytes.Length - HeadBytes - TagBytes)];
        OpenInto(plain, value.Bytes, table.Name, row, column);
        return plain;
    }

    private Sealed SealInPlace(byte[] bytes, string table, Guid row, string column)
    {
        if (row == Guid.Empty)
        {
            throw new ArgumentException($"A row of {table} needs its id before its {column} is sealed.", nameof(row));
        }

        bytes[0] = Version;
        bytes[1] = ring.CurrentKeyId;
        var nonce = bytes.AsSpan(2, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        var text = bytes.AsSpan(HeadBytes..^TagBytes);
        Span<byte> place = stackalloc byte[PlaceLength(table, column)];
        WritePlace(place, table, row, column);
        Cipher(ring.CurrentKeyId)!.Encrypt(nonce, text, text, bytes.AsSpan(^TagBytes..), place);
        return new Sealed(bytes);
    }

    private void OpenInto(Span<byte> plain, byte[] bytes, string table, Guid row, string column)
    {
        if (bytes.Length < HeadBytes + TagBytes || bytes[0] != Version)
        {
            throw new CryptographicException($"The value in {table}.{column} is not a sealed value.");
        }

        var cipher = Cipher(bytes[1])
            ?? throw new CryptographicException($"The key of a value in {table}.{column} is not in the key ring (Crypto__KeyFile).");
        Span<byte> place = stackalloc byte[PlaceLength(table, column)];
        WritePlace(place, table, row, column);
        try
        {
            cipher.Decrypt(bytes.AsSpan(2, NonceBytes), bytes.AsSpan(HeadBytes..^TagBytes), bytes.AsSpan(^TagBytes..), plain, place);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new CryptographicException($"A value in {table}.{column} was sealed for another place, with another key, or was altered.", e);
        }
    }

    private AesGcm? Cipher(byte id)
    {
        if (_ciphers is null || _ciphersRing != ring)
        {
            (_ciphers, _ciphersRing) = (new AesGcm?[byte.MaxValue + 1], ring);
        }

        var mine = _ciphers;
        if (mine[id] is null && ring.FieldKey(id) is { } key)
        {
            mine[id] = new AesGcm(key, TagBytes);
        }

        return mine[id];
    }

    private static int PlaceLength(string table, string column)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        ArgumentException.ThrowIfNullOrEmpty(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(table.Length + column.Length, OnStack / 4);
        return Encoding.UTF8.GetByteCount(table) + RowText + Encoding.UTF8.GetByteCount(column) + 2;
    }

    private static void WritePlace(Span<byte> place, string table, Guid row, string column)
    {
        var at = Encoding.UTF8.GetBytes(table, place);
        place[at++] = (byte)'|';
        row.TryFormat(place[at..], out var written, "D");
        at += written;
        place[at++] = (byte)'|';
        Encoding.UTF8.GetBytes(column, place[at..]);
    }
}
