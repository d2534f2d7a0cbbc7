using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// A chat's PIN as it is kept: PBKDF2-HMAC-SHA-256 with a salt of its own, 600,000 rounds (OWASP's figure for passwords).
/// Four digits can be tried out all the same by whoever has these bytes, so they are sealed besides. Layout: version (1
/// byte), rounds (4), salt (16), hash (32).
/// </summary>
public static class PinHash
{
    public const int Shortest = 4;
    public const int Longest = 6;
    private const byte Version = 1;
    private const int Rounds = 600_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int HeadBytes = 1 + sizeof(int);

    /// <returns>The digits of a message that may be a PIN, without the spaces in it; null of any other.</returns>
    public static string? Read(string text)
    {
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length is >= Shortest and <= Longest && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>1111, 1234, 4321: what everybody tries first.</summary>
    public static bool IsPlain(string pin)
    {
        var steps = pin.Zip(pin.Skip(1), (a, b) => b - a).Distinct().ToList();
        return steps is [>= -1 and <= 1];
    }

    public static byte[] Make(string pin)
    {
        var bytes = new byte[HeadBytes + SaltBytes + HashBytes];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), Rounds);
        RandomNumberGenerator.Fill(bytes.AsSpan(HeadBytes, SaltBytes));
        Derive(pin, bytes).CopyTo(bytes.AsSpan(HeadBytes + SaltBytes));
        return bytes;
    }

    public static bool Matches(byte[] kept, string pin) =>
        CryptographicOperations.FixedTimeEquals(Derive(pin, kept), kept.AsSpan(HeadBytes + SaltBytes));

    private static byte[] Derive(string pin, byte[] kept) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.ASCII.GetBytes(pin), kept.AsSpan(HeadBytes, SaltBytes), BinaryPrimitives.ReadInt32BigEndian(kept.AsSpan(1)), HashAlgorithmName.SHA256,
        HashBytes);
}
