using System.Buffers.Binary;

namespace SlrtBot.Core.Files;

/// <summary>
/// JPEG (ITU-T T.81), baseline, extended and progressive: quantisation and Huffman tables, frame, scans, restart
/// interval, the bare JFIF header and Adobe's colour flag; nothing else, and nothing after the end.
/// </summary>
internal static class JpegRewriter
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App14 = 0xEE;
    private const int JfifBytes = 14;
    private const int AdobeBytes = 12;

    public static CleanPicture Rewrite(ReadOnlySpan<byte> bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        kept.Write([0xFF, StartOfImage]);
        var (at, width, height, scans, orientation) = (2, 0, 0, 0, Orientation.Upright);
        // The orientation stands in front of the tables, but it may be found after the JFIF header only.
        var head = kept.Position;
        while (NextMarker(bytes, ref at) is { } marker && marker != EndOfImage)
        {
            var body = Body(bytes, ref at);
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2 when width == 0 && body.Length >= 6:
                    height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
                    width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
                    PictureCleaner.CheckSize(width, height);
                    Write(kept, marker, body);
                    break;
                case 0xDB or 0xC4 or 0xDD:
                    Write(kept, marker, body);
                    break;
                case StartOfScan when width > 0:
                    Write(kept, marker, body);
                    at = CopyScan(bytes, at, kept);
                    scans++;
                    break;
                case App0 when body.StartsWith("JFIF\0"u8) && body.Length >= JfifBytes && kept.Position == head:
                    // Without its thumbnail.
                    Write(kept, marker, [.. body[..(JfifBytes - 2)], 0, 0]);
                    head = kept.Position;
                    break;
                case App1 when body.StartsWith(PictureSigns.Exif) && orientation == Orientation.Upright:
                    orientation = Orientation.Read(body[PictureSigns.Exif.Length..]);
                    break;
                case App14 when body.StartsWith("Adobe"u8) && body.Length >= AdobeBytes:
                    Write(kept, marker, body[..AdobeBytes]);
                    break;
                case (>= 0xE0 and <= 0xEF) or 0xFE:
                    break;
                default:
                    throw new BrokenPictureException();
            }
        }

        if (scans == 0)
        {
            throw new BrokenPictureException();
        }

        kept.Write([0xFF, EndOfImage]);
        return new CleanPicture(FileType.Jpeg, WithOrientation(kept.ToArray(), (int)head, orientation), width, height);
    }

    /// <returns>Null at the end of the bytes: a photo whose sending broke off shows what arrived.</returns>
    private static byte? NextMarker(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length)
        {
            return null;
        }

        if (bytes[at] != 0xFF)
        {
            throw new BrokenPictureException();
        }

        while (at < bytes.Length && bytes[at] == 0xFF)
        {
            at++;
        }

        return at < bytes.Length ? bytes[at++] : null;
    }

    private static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at + 2 > bytes.Length)
        {
            throw new BrokenPictureException();
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
        if (length < 2 || at + length > bytes.Length)
        {
            throw new BrokenPictureException();
        }

        var body = bytes[(at + 2)..(at + length)];
        at += length;
        return body;
    }

    /// <summary>Entropy-coded data runs to the first marker that is neither a stuffed zero nor a restart.</summary>
    private static int CopyScan(ReadOnlySpan<byte> bytes, int from, MemoryStream kept)
    {
        var at = from;
        while (at < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
            {
                at = bytes.Length;
                break;
            }

            at += next;
            if (bytes[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                break;
            }

            at += 2;
        }

        var end = at == bytes.Length && bytes[^1] == 0xFF ? at - 1 : at;
        kept.Write(bytes[from..Math.Max(from, end)]);
        return at;
    }

    private static byte[] WithOrientation(byte[] picture, int head, int orientation)
    {
        if (orientation == Orientation.Upright)
        {
            return picture;
        }

        var exif = new MemoryStream();
        Write(exif, App1, [.. PictureSigns.Exif, .. Orientation.Write(orientation)]);
        return [.. picture[..head], .. exif.ToArray(), .. picture[head..]];
    }

    private static void Write(MemoryStream kept, byte marker, ReadOnlySpan<byte> body)
    {
        var length = body.Length + 2;
        kept.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
        kept.Write(body);
    }
}
