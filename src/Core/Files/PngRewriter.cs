using System.Buffers.Binary;

namespace SlrtBot.Core.Files;

/// <summary>
/// PNG (W3C PNG 3): header, palette, transparency, the colour space in numbers, image data, end. Text, times,
/// profiles, animation and unknown chunks are left behind; a wrong checksum or order is a broken picture.
/// </summary>
internal static class PngRewriter
{
    private const int HeaderLength = 13;
    private const int Around = 12;

    public static CleanPicture Rewrite(ReadOnlySpan<byte> bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        kept.Write(PictureSigns.Png);
        var (at, width, height, data, orientation, head) = (PictureSigns.Png.Length, 0L, 0L, 0, Orientation.Upright, 0);
        while (true)
        {
            var chunk = Chunk(bytes, at);
            var type = chunk[4..8];
            var body = chunk[8..^4];
            if (width == 0)
            {
                (width, height) = Size(type, body);
                kept.Write(chunk);
                head = (int)kept.Position;
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                kept.Write(chunk);
                break;
            }
            else if (type.SequenceEqual("eXIf"u8))
            {
                orientation = Orientation.Read(body);
            }
            else if (IsPixels(type))
            {
                data += type.SequenceEqual("IDAT"u8) ? body.Length : 0;
                kept.Write(chunk);
            }

            at += chunk.Length;
        }

        if (data == 0)
        {
            throw new BrokenPictureException();
        }

        return new CleanPicture(FileType.Png, WithOrientation(kept.ToArray(), head, orientation), (int)width, (int)height);
    }

    private static ReadOnlySpan<byte> Chunk(ReadOnlySpan<byte> bytes, int at)
    {
        if (at + Around > bytes.Length)
        {
            throw new BrokenPictureException();
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        if (length > bytes.Length - at - Around)
        {
            throw new BrokenPictureException();
        }

        var chunk = bytes.Slice(at, (int)length + Around);
        return Crc32.Of(chunk[4..^4]) == BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) ? chunk : throw new BrokenPictureException();
    }

    private static (long Width, long Height) Size(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        if (!type.SequenceEqual("IHDR"u8) || body.Length != HeaderLength)
        {
            throw new BrokenPictureException();
        }

        long width = BinaryPrimitives.ReadUInt32BigEndian(body);
        long height = BinaryPrimitives.ReadUInt32BigEndian(body[4..]);
        PictureCleaner.CheckSize(width, height);
        return width <= int.MaxValue && height <= int.MaxValue ? (width, height) : throw new BrokenPictureException();
    }

    private static bool IsPixels(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("IDAT"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("tRNS"u8)
        || type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8);

    private static byte[] WithOrientation(byte[] picture, int head, int orientation)
    {
        if (orientation == Orientation.Upright)
        {
            return picture;
        }

        byte[] named = [.. "eXIf"u8, .. Orientation.Write(orientation)];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, named.Length - 4);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4..), Crc32.Of(named));
        return [.. picture[..head], .. chunk, .. picture[head..]];
    }
}
