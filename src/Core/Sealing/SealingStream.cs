using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SlrtBot.Core.Sealing;

/// <summary>Writes <see cref="SealedPieces"/>; without <see cref="Finish"/> what was written cannot be taken for a whole.</summary>
/// <param name="inner">Stays open.</param>
/// <param name="cipher">With a key that has sealed nothing else; ended with this.</param>
internal sealed class SealingStream(Stream inner, AesGcm cipher) : Stream
{
    private readonly byte[] _piece = new byte[SealedPieces.PieceBytes];
    private readonly byte[] _sealed = new byte[SealedPieces.LengthBytes + SealedPieces.PieceBytes + SealedPieces.TagBytes];
    private readonly byte[] _nonce = new byte[12];
    private int _filled;
    private long _number;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_filled == _piece.Length)
            {
                Seal(isLast: false);
            }

            var taken = Math.Min(buffer.Length, _piece.Length - _filled);
            buffer[..taken].CopyTo(_piece.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    public void Finish() => Seal(isLast: true);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_piece);
        cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Seal(bool isLast)
    {
        SealedPieces.WriteNonce(_nonce, _number++, isLast);
        BinaryPrimitives.WriteUInt32BigEndian(_sealed, (uint)_filled | (isLast ? 0x8000_0000u : 0));
        cipher.Encrypt(_nonce, _piece.AsSpan(0, _filled), _sealed.AsSpan(SealedPieces.LengthBytes, _filled), _sealed.AsSpan(SealedPieces.LengthBytes + _filled, SealedPieces.TagBytes));
        inner.Write(_sealed, 0, SealedPieces.LengthBytes + _filled + SealedPieces.TagBytes);
        _filled = 0;
    }
}
