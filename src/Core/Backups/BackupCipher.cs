using System.Buffers.Binary;
using System.Security.Cryptography;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Backups;

/// <summary>
/// The form of a backup: <c>SLRTBK01</c>, salt (16 bytes), rounds (4), then <see cref="SealedPieces"/>. The key comes from the
/// passphrase by PBKDF2-SHA256 and the salt, so every backup has its own.
/// </summary>
internal static class BackupCipher
{
    private const int Rounds = 600_000;
    private const int MostRounds = 10_000_000;
    private const int SaltBytes = 16;

    private static ReadOnlySpan<byte> Magic => "SLRTBK01"u8;

    /// <summary>Begins a backup.</summary>
    public static SealingStream Seal(Stream file, string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        Span<byte> rounds = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(rounds, Rounds);
        file.Write(Magic);
        file.Write(salt);
        file.Write(rounds);
        return new SealingStream(file, Of(passphrase, salt, Rounds));
    }

    /// <exception cref="InvalidDataException">It is no backup.</exception>
    public static OpeningStream Open(Stream file, string passphrase)
    {
        var head = new byte[Magic.Length + SaltBytes + 4];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var rounds = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(^4..));
        return read == head.Length && head.AsSpan().StartsWith(Magic) && rounds is >= 1 and <= MostRounds
            ? new OpeningStream(file, Of(passphrase, head.AsSpan(Magic.Length, SaltBytes), rounds))
            : throw new InvalidDataException("Not a backup.");
    }

    private static AesGcm Of(string passphrase, ReadOnlySpan<byte> salt, int rounds) =>
        new(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA256, 32), SealedPieces.TagBytes);
}
