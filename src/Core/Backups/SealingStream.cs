using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SlrtBot.Core.Backups;

/// <summary>Writes a backup's pieces; without <see cref="Finish"/> what was written cannot be taken for a whole one.</summary>
internal sealed class SealingStream : Stream
{
    private readonly Stream _inner;
    private readonly AesGcm _cipher;
    private readonly byte[] _piece = new byte[BackupCipher.PieceBytes];
    private readonly byte[] _sealed = new byte[4 + BackupCipher.PieceBytes + BackupCipher.TagBytes];
    private readonly byte[] _nonce = new byte[12];
    private int _filled;
    private long _number;

    public SealingStream(Stream inner, string passphrase)
    {
        _inner = inner;
        var salt = RandomNumberGenerator.GetBytes(BackupCipher.SaltBytes);
        _cipher = BackupCipher.Of(passphrase, salt, BackupCipher.Rounds);
        Span<byte> rounds = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(rounds, BackupCipher.Rounds);
        inner.Write(BackupCipher.Magic);
        inner.Write(salt);
        inner.Write(rounds);
    }

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
        _cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Seal(bool isLast)
    {
        BackupCipher.WriteNonce(_nonce, _number++, isLast);
        BinaryPrimitives.WriteUInt32BigEndian(_sealed, (uint)_filled | (isLast ? 0x8000_0000u : 0));
        _cipher.Encrypt(_nonce, _piece.AsSpan(0, _filled), _sealed.AsSpan(4, _filled), _sealed.AsSpan(4 + _filled, BackupCipher.TagBytes));
        _inner.Write(_sealed, 0, 4 + _filled + BackupCipher.TagBytes);
        _filled = 0;
    }
}
