using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SlrtBot.Core.Sealing;

/// <summary>Reads <see cref="SealedPieces"/>; the end is only reached where the last piece says that it is.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> where the pieces were altered, cut off, or sealed with another key.</remarks>
/// <param name="inner">Stands before the first piece.</param>
/// <param name="cipher">Ended with this.</param>
/// <param name="canSeek">Whether readers may leave pieces out; never where all of it has to be seen to be whole.</param>
internal sealed class OpeningStream(Stream inner, AesGcm cipher, bool canSeek = false, bool leaveOpen = true) : Stream
{
    private const int Overhead = SealedPieces.LengthBytes + SealedPieces.TagBytes;

    private readonly long _start = canSeek ? inner.Position : 0;
    private readonly byte[] _piece = new byte[SealedPieces.PieceBytes];
    private readonly byte[] _sealed = new byte[SealedPieces.PieceBytes + SealedPieces.TagBytes];
    private readonly byte[] _nonce = new byte[12];
    private int _at;
    private int _filled;
    private long _next;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => false;

    public override long Length => canSeek ? Plain(inner.Length - _start) : throw new NotSupportedException();

    public override long Position
    {
        get => canSeek ? (Math.Max(0, _next - 1) * SealedPieces.PieceBytes) + _at : throw new NotSupportedException();
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_at == _filled && !_ended)
        {
            Open();
        }

        var taken = Math.Min(buffer.Length, _filled - _at);
        _piece.AsSpan(_at, taken).CopyTo(buffer);
        _at += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => Length + offset };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        var piece = Math.Min(target, Math.Max(0, Length - 1)) / SealedPieces.PieceBytes;
        if (piece != _next - 1)
        {
            inner.Position = _start + (piece * (SealedPieces.PieceBytes + Overhead));
            (_next, _at, _filled, _ended) = (piece, 0, 0, false);
            Open();
        }

        _at = (int)Math.Min(target - (piece * SealedPieces.PieceBytes), _filled);
        return Position;
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_piece);
        cipher.Dispose();
        if (!leaveOpen)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static long Plain(long stored)
    {
        var pieces = (stored + SealedPieces.PieceBytes + Overhead - 1) / (SealedPieces.PieceBytes + Overhead);
        return stored - (pieces * Overhead);
    }

    private void Open()
    {
        Span<byte> length = stackalloc byte[SealedPieces.LengthBytes];
        ReadAll(length);
        var told = BinaryPrimitives.ReadUInt32BigEndian(length);
        (_ended, _at, _filled) = ((told & 0x8000_0000u) != 0, 0, (int)(told & 0x7FFF_FFFFu));
        if (_filled > _piece.Length)
        {
            throw new InvalidDataException("Not sealed pieces.");
        }

        ReadAll(_sealed.AsSpan(0, _filled + SealedPieces.TagBytes));
        SealedPieces.WriteNonce(_nonce, _next++, _ended);
        try
        {
            cipher.Decrypt(_nonce, _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, SealedPieces.TagBytes), _piece.AsSpan(0, _filled));
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new InvalidDataException("Sealed with another key, or altered.", mismatch);
        }
    }

    private void ReadAll(Span<byte> into)
    {
        if (inner.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) < into.Length)
        {
            throw new InvalidDataException("Cut off.");
        }
    }
}
