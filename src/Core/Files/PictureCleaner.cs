using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Files;

/// <summary>A picture without anything but its pixels and the way up.</summary>
/// <param name="Width">Pixels as stored, before the orientation is applied.</param>
public sealed record CleanPicture(FileType Type, byte[] Bytes, int Width, int Height);

/// <summary>
/// Rewrites a picture from the segments that its pixels need and leaves everything else behind: EXIF with its place
/// and device, comments, thumbnails, colour profiles, and whatever hides after the end. Only the orientation is
/// kept. Nothing is decoded, so nothing can explode here; what the header declares is checked instead (OWASP ASVS
/// 5.0, 5.2.6 and 14.2.8).
/// </summary>
public static class PictureCleaner
{
    /// <summary>40 million pixels: a good phone's photo passes, a bomb does not.</summary>
    public const long MostPixels = 40_000_000;

    public const string Broken = "picture_broken";
    public const string TooManyPixels = "picture_too_many_pixels";

    /// <returns>
    /// The clean picture; or a refusal: <c>file_not_kept</c> (not JPEG, PNG or still WebP), <c>picture_broken</c>,
    /// <c>picture_too_many_pixels</c>.
    /// </returns>
    public static Outcome<CleanPicture> Clean(ReadOnlySpan<byte> bytes)
    {
        var type = FileType.Of(bytes);
        try
        {
            return type?.Code switch
            {
                "jpeg" => Checked(JpegRewriter.Rewrite(bytes)),
                "png" => Checked(PngRewriter.Rewrite(bytes)),
                "webp" => Checked(WebPRewriter.Rewrite(bytes)),
                _ => new Refusal("file_not_kept"),
            };
        }
        catch (BrokenPictureException)
        {
            return new Refusal(Broken);
        }
    }

    /// <exception cref="BrokenPictureException">There is no picture of that size.</exception>
    internal static void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
        {
            throw new BrokenPictureException();
        }
    }

    private static Outcome<CleanPicture> Checked(CleanPicture picture) =>
        (long)picture.Width * picture.Height > MostPixels ? new Refusal(TooManyPixels) : picture;
}

/// <summary>The bytes do not follow the format; never leaves <see cref="PictureCleaner"/>.</summary>
internal sealed class BrokenPictureException : Exception;

internal static class PictureSigns
{
    public static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;
}
