using System.Text;
using CsCheck;
using MetadataExtractor;
using MetadataExtractor.Formats.FileType;
using MetadataExtractor.Formats.Jfif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using SlrtBot.Core.Files;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Files;

public sealed class PictureCleanerTests
{
    public static TheoryData<string> Kinds => ["jpeg", "png", "webp"];

    [Theory, MemberData(nameof(Kinds))]
    public void Place_device_comments_and_stowaways_are_gone(string kind)
    {
        // Arrange
        var sent = Phone(kind, 6);

        // Act
        var clean = PictureCleaner.Clean(sent).Value;

        // Assert
        Assert.Contains(SamplePictures.Secret, Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        Assert.DoesNotContain(SamplePictures.Secret, Encoding.Latin1.GetString(clean.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("PK\u0003\u0004", Encoding.Latin1.GetString(clean.Bytes), StringComparison.Ordinal);
        Assert.Equal(kind, clean.Type.Code);
        Assert.Equal((SamplePictures.Width, SamplePictures.Height), (clean.Width, clean.Height));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_reader_that_is_not_ours_finds_nothing_but_the_way_up(string kind)
    {
        // Arrange
        var sent = Phone(kind, 6);

        // Act
        var before = Told(sent);
        var after = Told(PictureCleaner.Clean(sent).Value.Bytes);

        // Assert
        Assert.Contains(before, t => t.StartsWith("Exif IFD0: Model", StringComparison.Ordinal));
        Assert.All(after, t => Assert.StartsWith("Exif IFD0: Orientation", t));
        Assert.NotEmpty(after);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_way_up_is_kept(string kind)
    {
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            // Arrange
            var sent = Phone(kind, orientation);

            // Act
            var clean = PictureCleaner.Clean(sent).Value.Bytes;

            // Assert
            var at = clean.AsSpan().IndexOf("MM\0*"u8);
            Assert.Equal(orientation, at < 0 ? Orientation.Upright : Orientation.Read(clean.AsSpan(at)));
            Assert.Equal(orientation == 1, at < 0);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void What_is_clean_stays_as_it_is(string kind)
    {
        // Arrange
        var once = PictureCleaner.Clean(Phone(kind, 6)).Value.Bytes;

        // Act
        var twice = PictureCleaner.Clean(once).Value.Bytes;

        // Assert
        Assert.Equal(once, twice);
    }

    [Fact]
    public void Every_kind_of_still_webp_is_kept()
    {
        foreach (var sent in new[] { SamplePictures.PlainWebP, SamplePictures.LosslessWebP, SamplePictures.WebPWithAlpha, SamplePictures.PlainJpeg, SamplePictures.PlainPng })
        {
            // Act
            var clean = PictureCleaner.Clean(sent).Value;

            // Assert
            Assert.Equal(sent, clean.Bytes);
        }
    }

    [Fact]
    public void An_animation_is_no_picture_of_a_complaint()
    {
        // Arrange
        byte[] chunks = [.. SamplePictures.WebPChunk("ANIM", new byte[6]), .. SamplePictures.PlainWebP[12..]];
        byte[] sent = [.. "RIFF"u8, (byte)(chunks.Length + 4), 0, 0, 0, .. "WEBP"u8, .. chunks];

        // Act
        var outcome = PictureCleaner.Clean(sent);

        // Assert
        Assert.Equal("picture_broken", outcome.Refusals.Single().Code);
    }

    [Theory]
    [InlineData(8000, 5001, "picture_too_many_pixels")]
    [InlineData(int.MaxValue, int.MaxValue, "picture_too_many_pixels")]
    [InlineData(0, 10, "picture_broken")]
    [InlineData(-1, 10, "picture_broken")]
    public void A_header_that_declares_too_much_is_refused_unread(int width, int height, string refusal)
    {
        // Act
        var outcome = PictureCleaner.Clean(SamplePictures.PngOfSize(width, height));

        // Assert
        Assert.Equal(refusal, outcome.Refusals.Single().Code);
    }

    [Fact]
    public void Forty_million_pixels_pass()
    {
        // Act
        var outcome = PictureCleaner.Clean(SamplePictures.PngOfSize(8000, 5000));

        // Assert
        Assert.True(outcome.Succeeded);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("GIF89a\u0001\u0000\u0001\u0000 and more")]
    [InlineData("%PDF-1.7 1 0 obj")]
    [InlineData("MZ\u0090\u0000 a program of some length")]
    [InlineData("")]
    public void What_is_no_picture_is_refused_whatever_it_is_called(string text)
    {
        // Act
        var outcome = PictureCleaner.Clean(Encoding.Latin1.GetBytes(text));

        // Assert
        Assert.Equal("file_not_kept", outcome.Refusals.Single().Code);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_picture_cut_or_altered_anywhere_is_refused_or_mended_but_never_throws(string kind)
    {
        // Arrange
        var sent = Phone(kind, 6);
        var length = Gen.OneOf(Gen.Int[0, sent.Length - 1], Gen.Const(sent.Length));
        var flips = Gen.Select(Gen.Int[0, sent.Length - 1], Gen.Byte).Array[0, 3];

        Gen.Select(length, flips).Sample(
            (kept, changes) =>
            {
                var broken = sent[..kept];
                foreach (var (at, value) in changes.Where(c => c.Item1 < kept))
                {
                    broken[at] = value;
                }

                // Act
                var outcome = PictureCleaner.Clean(broken);

                // Assert
                Assert.True(outcome.Succeeded || outcome.Refusals[0].Code is "picture_broken" or "file_not_kept" or "picture_too_many_pixels");
            },
            iter: 5000);
    }

    /// <summary>What a picture tells beside itself: everything that is not its size, its kind or how it is packed.</summary>
    private static List<string> Told(byte[] picture) =>
    [
        .. ImageMetadataReader.ReadMetadata(new MemoryStream(picture))
            .Where(d => d is not (JpegDirectory or PngDirectory { Name: "PNG-IHDR" } or WebPDirectory or FileTypeDirectory or HuffmanTablesDirectory or JfifDirectory))
            .SelectMany(d => d.Tags).Select(t => $"{t.DirectoryName}: {t.Name} = {t.Description}"),
    ];

    private static byte[] Phone(string kind, int orientation) => kind switch
    {
        "jpeg" => SamplePictures.PhoneJpeg(orientation),
        "png" => SamplePictures.PhonePng(orientation),
        _ => SamplePictures.PhoneWebP(orientation),
    };
}
