using System.Buffers.Binary;

namespace SlrtBot.Core.Files;

/// <summary>
/// Which way up a picture is: the one EXIF tag (0x0112, values 1 to 8) that is worth keeping, read from a TIFF
/// block and written into the smallest one that can hold it.
/// </summary>
internal static class Orientation
{
    public const int Upright = 1;
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int HeaderBytes = 8;
    private const int EntryBytes = 12;

    /// <returns><see cref="Upright"/> where the block says nothing, or nothing sensible.</returns>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < HeaderBytes + 2)
        {
            return Upright;
        }

        var little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8))
        {
            return Upright;
        }

        var directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }

        var entries = Word(tiff[(int)directory..], little);
        for (var i = 0; i < entries; i++)
        {
            var at = (int)directory + 2 + (i * EntryBytes);
            if (at + EntryBytes > tiff.Length)
            {
                break;
            }

            if (Word(tiff[at..], little) == Tag && Word(tiff[(at + 2)..], little) == Short)
            {
                var value = Word(tiff[(at + 8)..], little);
                return value is >= 1 and <= 8 ? value : Upright;
            }
        }

        return Upright;
    }

    /// <summary>A big-endian TIFF block of 26 bytes with this tag alone.</summary>
    public static byte[] Write(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, (byte)'*', 0, 0, 0, HeaderBytes,
        0, 1,
        Tag >> 8, Tag & 0xFF, 0, (byte)Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Word(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
