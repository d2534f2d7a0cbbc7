using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SlrtBot.Core.Files;

namespace SlrtBot.Browser.Tests.Pictures;

/// <summary>
/// A browser's PNG (8 bits, three or four channels, not interlaced) with a palette of 256 colours: a page has few, and
/// their shades at the edges of letters are alike. A third of the size.
/// </summary>
internal static class PalettePng
{
    private const int Most = 256;

    /// <summary>Shades nearer than this become one while there are more than enough.</summary>
    private const int Alike = 6;

    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Of(byte[] png)
    {
        var (width, height, channels) = (Number(png, 16), Number(png, 20), png[25] == 6 ? 4 : 3);
        var pixels = Pixels(Inflate(png), width, height, channels);
        var palette = Palette(pixels);
        var index = new Dictionary<int, byte>();
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[width + 1];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var colour = pixels[(y * width) + x];
                    row[x + 1] = index.TryGetValue(colour, out var known) ? known : index[colour] = Nearest(palette, colour);
                }

                packed.Write(row);
            }
        }

        using var made = new MemoryStream();
        made.Write(Signature);
        Chunk(made, "IHDR", [.. png[16..24], 8, 3, 0, 0, 0]);
        Chunk(made, "PLTE", [.. palette.SelectMany(c => new[] { (byte)(c >> 16), (byte)(c >> 8), (byte)c })]);
        Chunk(made, "IDAT", rows.ToArray());
        Chunk(made, "IEND", []);
        return made.ToArray();
    }

    private static byte[] Inflate(byte[] png)
    {
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length; at += Number(png, at) + 12)
        {
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "IDAT")
            {
                packed.Write(png, at + 8, Number(png, at));
            }
        }

        packed.Position = 0;
        using var inflated = new ZLibStream(packed, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        inflated.CopyTo(rows);
        return rows.ToArray();
    }

    /// <summary>Undoes the filters of the rows (PNG specification, section 9).</summary>
    private static int[] Pixels(byte[] rows, int width, int height, int channels)
    {
        var (stride, pixels) = (width * channels, new int[width * height]);
        byte[] above = new byte[stride], row = new byte[stride];
        for (var y = 0; y < height; y++)
        {
            var filter = rows[y * (stride + 1)];
            for (var i = 0; i < stride; i++)
            {
                int left = i < channels ? 0 : row[i - channels], up = above[i], corner = i < channels ? 0 : above[i - channels];
                row[i] = (byte)(rows[(y * (stride + 1)) + 1 + i] + filter switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }

            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = (row[x * channels] << 16) | (row[(x * channels) + 1] << 8) | row[(x * channels) + 2];
            }

            (above, row) = (row, above);
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (byLeft, byUp, byCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }

    private static List<int> Palette(int[] pixels)
    {
        var byUse = pixels.CountBy(p => p).OrderByDescending(c => c.Value).Select(c => c.Key).ToList();
        var palette = new List<int>(Most);
        foreach (var colour in byUse)
        {
            if (palette.Count < Most && (byUse.Count <= Most || !palette.Exists(p => Distance(p, colour) < Alike * Alike)))
            {
                palette.Add(colour);
            }
        }

        return palette;
    }

    private static byte Nearest(List<int> palette, int colour)
    {
        var best = 0;
        for (var i = 1; i < palette.Count; i++)
        {
            best = Distance(palette[i], colour) < Distance(palette[best], colour) ? i : best;
        }

        return (byte)best;
    }

    private static int Distance(int a, int b)
    {
        int red = (a >> 16) - (b >> 16), green = ((a >> 8) & 255) - ((b >> 8) & 255), blue = (a & 255) - (b & 255);
        return (red * red) + (green * green) + (blue * blue);
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    private static void Chunk(MemoryStream into, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        into.Write(number);
        into.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(body));
        into.Write(number);
    }
}
