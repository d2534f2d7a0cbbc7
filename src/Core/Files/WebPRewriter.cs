using System.Buffers.Binary;

namespace SlrtBot.Core.Files;

/// <summary>
/// Still WebP (RFC 9649): the image data and its alpha plane in a container of our own making. Animations are not
/// pictures of a complaint and count as broken.
/// </summary>
internal static class WebPRewriter
{
    private const int RiffHeader = 12;
    private const byte AlphaFlag = 0x10;
    private const byte ExifFlag = 0x08;

    public static CleanPicture Rewrite(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> alpha = default, data = default, dataType = default;
        var (at, orientation) = (RiffHeader, Orientation.Upright);
        var end = Math.Min(bytes.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
        while (at + 8 <= end)
        {
            var type = bytes.Slice(at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (length > end - at - 8)
            {
                throw new BrokenPictureException();
            }

            var body = bytes.Slice(at + 8, (int)length);
            if (type.SequenceEqual("ANIM"u8) || type.SequenceEqual("ANMF"u8))
            {
                throw new BrokenPictureException();
            }

            if (data.IsEmpty && (type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8)))
            {
                data = body;
                dataType = type;
            }
            else if (alpha.IsEmpty && type.SequenceEqual("ALPH"u8))
            {
                alpha = body;
            }
            else if (type.SequenceEqual("EXIF"u8))
            {
                orientation = Orientation.Read(body.StartsWith(PictureSigns.Exif) ? body[PictureSigns.Exif.Length..] : body);
            }

            at += 8 + (int)length + ((int)length & 1);
        }

        var (width, height) = dataType.SequenceEqual("VP8L"u8) ? LosslessSize(data) : LossySize(data);
        return new CleanPicture(FileType.WebP, Write(alpha, data, dataType, width, height, orientation), width, height);
    }

    private static (int Width, int Height) LossySize(ReadOnlySpan<byte> data)
    {
        if (data.Length < 10 || !data[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A]))
        {
            throw new BrokenPictureException();
        }

        var width = BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF;
        var height = BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF;
        PictureCleaner.CheckSize(width, height);
        return (width, height);
    }

    private static (int Width, int Height) LosslessSize(ReadOnlySpan<byte> data)
    {
        if (data.Length < 5 || data[0] != 0x2F)
        {
            throw new BrokenPictureException();
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }

    private static byte[] Write(
        ReadOnlySpan<byte> alpha, ReadOnlySpan<byte> data, ReadOnlySpan<byte> dataType, int width, int height, int orientation)
    {
        var chunks = new MemoryStream(data.Length + alpha.Length + 100);
        var turned = orientation != Orientation.Upright;
        var lossless = dataType.SequenceEqual("VP8L"u8);
        if (turned || !alpha.IsEmpty)
        {
            var seesThrough = !alpha.IsEmpty || (lossless && (data[4] & 0x10) != 0);
            var canvas = new byte[10];
            canvas[0] = (byte)((seesThrough ? AlphaFlag : 0) | (turned ? ExifFlag : 0));
            Triple(canvas.AsSpan(4), width - 1);
            Triple(canvas.AsSpan(7), height - 1);
            Chunk(chunks, "VP8X"u8, canvas);
        }

        if (!alpha.IsEmpty && !lossless)
        {
            Chunk(chunks, "ALPH"u8, alpha);
        }

        Chunk(chunks, dataType, data);
        if (turned)
        {
            Chunk(chunks, "EXIF"u8, Orientation.Write(orientation));
        }

        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, (int)chunks.Length + 4);
        return [.. "RIFF"u8, .. size, .. "WEBP"u8, .. chunks.ToArray()];
    }

    private static void Triple(Span<byte> to, int value)
    {
        to[0] = (byte)value;
        to[1] = (byte)(value >> 8);
        to[2] = (byte)(value >> 16);
    }

    private static void Chunk(MemoryStream to, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        to.Write(type);
        to.Write(length);
        to.Write(body);
        if ((body.Length & 1) != 0)
        {
            to.WriteByte(0);
        }
    }
}
