using System.Buffers.Binary;

namespace SlrtBot.Core.Sealing;

/// <summary>
/// The form of something too long to be sealed at once: pieces of 64 KiB, the last one shorter, each with its length (4 bytes, the
/// highest bit marks the last) and sealed by AES-256-GCM under a key of its own. A piece's number and whether it is the last are
/// its nonce, so that none can be left out, exchanged or cut off, and each can be opened by itself.
/// </summary>
internal static class SealedPieces
{
    public const int PieceBytes = 64 * 1024;
    public const int TagBytes = 16;
    public const int LengthBytes = 4;

    public static void WriteNonce(Span<byte> nonce, long piece, bool isLast)
    {
        nonce.Clear();
        nonce[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], piece);
    }
}
