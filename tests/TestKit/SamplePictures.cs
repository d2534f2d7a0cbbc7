using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SlrtBot.TestKit;

/// <summary>
/// Pictures of 24 by 16 pixels as phones send them: with the place, the device's name and a comment inside, each of
/// which holds <see cref="Secret"/>.
/// </summary>
public static class SamplePictures
{
    public const string Secret = "Kp. Rahasia RT 03";

    public const int Width = 24;

    public const int Height = 16;

    public static byte[] PlainJpeg { get; } = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62r"
        + "Z4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
        + "pKT/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAABAAF/8QAGBABAAMBAAAAAAAAAAAAAAAAAAVDgcH/xAAVAQEB"
        + "AAAAAAAAAAAAAAAAAAAEAf/EABwRAAEEAwEAAAAAAAAAAAAAAAABAgMRBBNhEv/aAAwDAQACEQMRAD8AOBK1bwA+LtzqRx25EsRLk+mK"
        + "lAE3UVo6C2cP/9k=");

    public static byte[] PlainWebP { get; } = Convert.FromBase64String(
        "UklGRkYAAABXRUJQVlA4IDoAAABQAwCdASoYABAAPxFysFAsJqSisAgBgCIJQBfnA8KC6V8MAAD9GyfqZJ+8C2xd5v/VedPWpdflAAAA");

    public static byte[] WebPWithAlpha { get; } = Convert.FromBase64String(
        "UklGRoIAAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSBgAAAABDzD/ERGCMNtoBudveQb7DiGi/+GI3AhWUDggRAAAANACAJ0BKhgAEAA/"
        + "EXCwUCwmJKKwCAGAIgloAAB9RYAA/ufP+v+1D//dlf+9jUIKW+H/9wa/TIwvof16l//9UlEOgAAA");

    public static byte[] LosslessWebP { get; } = Convert.FromBase64String(
        "UklGRjwAAABXRUJQVlA4TC8AAAAvF8ADEBcgEEii3XY/gUCS09ZTCgSSbJcdav4D6h8QZNtUcpJHPUFE/2MbnqiOAQA=");

    public static byte[] PlainPng { get; } =
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A,
        .. PngChunk("IHDR", [0, 0, 0, Width, 0, 0, 0, Height, 8, 2, 0, 0, 0]),
        .. PngChunk("IDAT", Deflated(new byte[((Width * 3) + 1) * Height])),
        .. PngChunk("IEND", []),
    ];

    /// <summary>As a phone held upright takes it (orientation 6), with a place, and a zip archive after its end.</summary>
    public static byte[] PhoneJpeg(int orientation = 6) =>
    [
        .. PlainJpeg[..2],
        .. JpegSegment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]),
        .. JpegSegment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(Secret)]),
        .. JpegSegment(0xE2, [.. "MPF\0"u8, .. Encoding.UTF8.GetBytes(Secret)]),
        .. JpegSegment(0xFE, Encoding.UTF8.GetBytes(Secret)),
        .. PlainJpeg[2..],
        .. "PK\u0003\u0004"u8,
        .. Encoding.UTF8.GetBytes(Secret),
    ];

    public static byte[] PhonePng(int orientation = 6) =>
    [
        .. PlainPng[..33],
        .. PngChunk("eXIf", Exif(orientation)),
        .. PngChunk("tEXt", Encoding.UTF8.GetBytes("Comment\0" + Secret)),
        .. PngChunk("tIME", [7, 234, 11, 23, 9, 0, 0]),
        .. PlainPng[33..],
        .. Encoding.UTF8.GetBytes(Secret),
    ];

    public static byte[] PhoneWebP(int orientation = 6)
    {
        byte[] chunks =
        [
            .. WebPChunk("VP8X", [0x0C, 0, 0, 0, Width - 1, 0, 0, Height - 1, 0, 0]),
            .. PlainWebP[12..],
            .. WebPChunk("EXIF", Exif(orientation)),
            .. WebPChunk("XMP ", Encoding.UTF8.GetBytes(Secret)),
        ];
        return [.. "RIFF"u8, .. LittleEndian(chunks.Length + 4), .. "WEBP"u8, .. chunks, .. Encoding.UTF8.GetBytes(Secret)];
    }

    /// <summary>A PNG that says it is that large; its data are as small as ever.</summary>
    public static byte[] PngOfSize(int width, int height) =>
    [
        .. PlainPng[..8],
        .. PngChunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]),
        .. PlainPng[33..],
    ];

    public static byte[] JpegSegment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    public static byte[] WebPChunk(string type, byte[] body) =>
        [.. Encoding.ASCII.GetBytes(type), .. LittleEndian(body.Length), .. body, .. new byte[body.Length & 1]];

    // Little-endian TIFF: the orientation, and a device name that holds the secret.
    private static byte[] Exif(int orientation)
    {
        var name = Encoding.ASCII.GetBytes(Secret + "\0");
        return
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x10, 0x01, 2, 0, .. LittleEndian(name.Length), 38, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0, 0, 0, 0, .. name,
        ];
    }

    private static byte[] PngChunk(string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        return [.. BigEndian(body.Length), .. named, .. BigEndian((int)Crc(named))];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }

    private static byte[] Deflated(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(plain);
        }

        return packed.ToArray();
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] LittleEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
