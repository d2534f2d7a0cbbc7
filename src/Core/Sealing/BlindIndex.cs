using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SlrtBot.Core.Sealing;

/// <summary>
/// Finds sealed values again without storing them: a keyed hash of the normalised value. Equal values give equal
/// hashes within one purpose only, and nobody without the key ring can compute them.
/// </summary>
public sealed class BlindIndex(FieldKeyRing ring)
{
    public const string Phone = "phone";
    public const string Nik = "nik";

    /// <summary>The last digits of a NIK: ten thousand values, so a hit has to be opened and compared.</summary>
    public const string NikTail = "nik_tail";

    public const string Address = "address";
    public const int ValueBytes = 16;
    public const int WordBytes = 8;
    private const int OnStack = 256;

    private readonly byte[] _wordKey = ring.IndexKey("word");

    /// <summary>16 bytes of HMAC-SHA256 for an equality look-up.</summary>
    /// <param name="normalised">The value in its one form (E.164 phone, 16-digit NIK); never empty, since all blanks would be equal.</param>
    public byte[] Of(string purpose, string normalised)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        ArgumentException.ThrowIfNullOrEmpty(normalised);
        return Hash(ring.IndexKey(purpose), normalised, ValueBytes);
    }

    /// <summary>8 bytes of HMAC-SHA256 for one search token.</summary>
    public byte[] Word(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        return Hash(_wordKey, word, WordBytes);
    }

    private static byte[] Hash(byte[] key, string text, int keep)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> utf8 = rented ?? stackalloc byte[OnStack];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        utf8 = utf8[..Encoding.UTF8.GetBytes(text, utf8)];
        HMACSHA256.HashData(key, utf8, hash);
        CryptographicOperations.ZeroMemory(utf8);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash[..keep].ToArray();
    }
}
