using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SlrtBot.Core.Backups;

/// <summary>
/// The form of a backup: <c>SLRTBK01</c>, salt (16 bytes), rounds (4), then pieces of at most 64 KiB, each with its
/// length (4, the highest bit marks the last) and sealed by AES-256-GCM. The key comes from the passphrase by
/// PBKDF2-SHA256 and the salt, so every backup has its own; a piece's number and whether it is the last are its nonce,
/// so that none can be left out, exchanged or cut off.
/// </summary>
internal static class BackupCipher
{
    public const int PieceBytes = 64 * 1024;
    public const int TagBytes = 16;
    public const int Rounds = 600_000;
    public const int SaltBytes = 16;

    public static ReadOnlySpan<byte> Magic => "SLRTBK01"u8;

    public static AesGcm Of(string passphrase, ReadOnlySpan<byte> salt, int rounds) =>
        new(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA256, 32), TagBytes);

    public static void WriteNonce(Span<byte> nonce, long piece, bool isLast)
    {
        nonce.Clear();
        nonce[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], piece);
    }
}
