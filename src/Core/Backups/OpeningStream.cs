using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SlrtBot.Core.Backups;

/// <summary>Reads a backup's pieces; the end is only reached where the last piece says that it is.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> where it is no backup, altered, cut off, or of another passphrase.</remarks>
internal sealed class OpeningStream : Stream
{
    private const int MostRounds = 10_000_000;

    private readonly Stream _inner;
    private readonly AesGcm _cipher;
    private readonly byte[] _piece = new byte[BackupCipher.PieceBytes];
    private readonly byte[] _sealed = new byte[BackupCipher.PieceBytes + BackupCipher.TagBytes];
    private readonly byte[] _nonce = new byte[12];
    private int _at;
    private int _filled;
    private long _number;
    private bool _ended;

    public OpeningStream(Stream inner, string passphrase)
    {
        _inner = inner;
        var head = new byte[BackupCipher.Magic.Length + BackupCipher.SaltBytes + 4];
        ReadAll(head);
        var rounds = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(^4..));
        if (!head.AsSpan().StartsWith(BackupCipher.Magic) || rounds is < 1 or > MostRounds)
        {
            throw new InvalidDataException("Not a backup.");
        }

        _cipher = BackupCipher.Of(passphrase, head.AsSpan(BackupCipher.Magic.Length, BackupCipher.SaltBytes), rounds);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

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

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_piece);
        _cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Open()
    {
        Span<byte> length = stackalloc byte[4];
        ReadAll(length);
        var told = BinaryPrimitives.ReadUInt32BigEndian(length);
        (_ended, _at, _filled) = ((told & 0x8000_0000u) != 0, 0, (int)(told & 0x7FFF_FFFFu));
        if (_filled > _piece.Length)
        {
            throw new InvalidDataException("Not a backup.");
        }

        ReadAll(_sealed.AsSpan(0, _filled + BackupCipher.TagBytes));
        BackupCipher.WriteNonce(_nonce, _number++, _ended);
        try
        {
            _cipher.Decrypt(_nonce, _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, BackupCipher.TagBytes), _piece.AsSpan(0, _filled));
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new InvalidDataException("Another passphrase, or altered.", mismatch);
        }
    }

    private void ReadAll(Span<byte> into)
    {
        if (_inner.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) < into.Length)
        {
            throw new InvalidDataException("Cut off.");
        }
    }
}
