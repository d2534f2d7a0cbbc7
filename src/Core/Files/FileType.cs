namespace SlrtBot.Core.Files;

/// <summary>
/// A kind of file that is kept, known by its first bytes alone: neither the name nor the content type that came
/// with a file is believed (OWASP ASVS 5.0, 5.2.2).
/// </summary>
/// <param name="Code">Stable, lower case: <c>jpeg</c>, <c>m4a</c>.</param>
/// <param name="ContentType">What a download is answered with.</param>
/// <param name="Extension">With the dot; for the name that a download is offered under.</param>
public sealed record FileType(string Code, string ContentType, string Extension, FileKind Kind)
{
    public static readonly FileType Jpeg = new("jpeg", "image/jpeg", ".jpg", FileKind.Photo);
    public static readonly FileType Png = new("png", "image/png", ".png", FileKind.Photo);
    public static readonly FileType WebP = new("webp", "image/webp", ".webp", FileKind.Photo);
    public static readonly FileType Pdf = new("pdf", "application/pdf", ".pdf", FileKind.Document);
    public static readonly FileType Mp4 = new("mp4", "video/mp4", ".mp4", FileKind.Document);
    public static readonly FileType Ogg = new("ogg", "audio/ogg", ".ogg", FileKind.Voice);
    public static readonly FileType Mp3 = new("mp3", "audio/mpeg", ".mp3", FileKind.Voice);
    public static readonly FileType M4a = new("m4a", "audio/mp4", ".m4a", FileKind.Voice);
    public static readonly FileType Amr = new("amr", "audio/amr", ".amr", FileKind.Voice);
    public static readonly FileType Wav = new("wav", "audio/wav", ".wav", FileKind.Voice);

    public static IReadOnlyList<FileType> All { get; } = [Jpeg, Png, WebP, Pdf, Mp4, Ogg, Mp3, M4a, Amr, Wav];

    public bool IsPicture => Kind == FileKind.Photo;

    /// <summary>Whether a page may show or play it; everything else is only offered for download.</summary>
    public bool MayBeShown => Kind is FileKind.Photo or FileKind.Voice;

    /// <param name="bytes">The file, or at least its first 16 bytes.</param>
    /// <returns>Null for what is not kept: archives, programs, SVG, HTML, HEIC, GIF, office files.</returns>
    public static FileType? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
        {
            return null;
        }

        return bytes[0] switch
        {
            0xFF when bytes[1] == 0xD8 && bytes[2] == 0xFF => Jpeg,
            0xFF when IsMpegAudioFrame(bytes) => Mp3,
            0x89 when bytes.StartsWith(PictureSigns.Png) => Png,
            (byte)'R' when bytes.StartsWith("RIFF"u8) => Riff(bytes),
            (byte)'%' when bytes.StartsWith("%PDF-"u8) => Pdf,
            (byte)'O' when bytes.StartsWith("OggS"u8) => Ogg,
            (byte)'I' when bytes.StartsWith("ID3"u8) => Mp3,
            (byte)'#' when bytes.StartsWith("#!AMR"u8) => Amr,
            0 when bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) => Iso(bytes[8..12]),
            _ => null,
        };
    }

    /// <returns>Null where no kept file has that content type.</returns>
    public static FileType? OfContentType(string? contentType) => All.FirstOrDefault(t => t.ContentType == contentType);

    private static FileType? Riff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12)
        {
            return null;
        }

        var form = bytes[8..12];
        return form.SequenceEqual("WEBP"u8) ? WebP : form.SequenceEqual("WAVE"u8) ? Wav : null;
    }

    // 11 bits of sync, MPEG version not reserved, layer III, bitrate and sampling rate not reserved.
    private static bool IsMpegAudioFrame(ReadOnlySpan<byte> bytes) =>
        (bytes[1] & 0xE0) == 0xE0 && (bytes[1] & 0x18) != 0x08 && (bytes[1] & 0x06) == 0x02
        && (bytes[2] & 0xF0) != 0xF0 && (bytes[2] & 0x0C) != 0x0C;

    // Brands of ISO 14496-12 files; heic, heix, mif1, avif and whatever else there is are not kept.
    private static FileType? Iso(ReadOnlySpan<byte> brand) => brand switch
    {
        _ when brand.SequenceEqual("M4A "u8) || brand.SequenceEqual("M4B "u8) => M4a,
        _ when brand.StartsWith("iso"u8) || brand.StartsWith("mp4"u8) || brand.StartsWith("3gp"u8)
            || brand.SequenceEqual("avc1"u8) || brand.SequenceEqual("M4V "u8) || brand.SequenceEqual("MSNV"u8) => Mp4,
        _ => null,
    };
}
