using CsCheck;
using SlrtBot.Core.Kernel;
using Xunit;

namespace SlrtBot.Core.Tests.Kernel;

public sealed class ReferenceCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Gen<string> References = Gen.ULong.Select(ReferenceCode.From);

    [Fact]
    public void A_new_reference_has_the_form_that_people_are_told()
    {
        // Act
        var references = Enumerable.Range(0, 1000).Select(_ => ReferenceCode.New()).ToList();

        // Assert
        Assert.All(references, r => Assert.Matches("^SLRT-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$", r));
        Assert.Equal(1000, references.Distinct().Count());
    }

    [Fact]
    public void The_same_bits_give_the_same_reference_and_bits_above_forty_do_not_count()
    {
        // Act, Assert
        Assert.Equal("SLRT-0000-0000-0", ReferenceCode.From(0));
        Assert.Equal(ReferenceCode.From(123456789), ReferenceCode.From(123456789 | (1UL << 40)));
        Assert.NotEqual(ReferenceCode.From(1), ReferenceCode.From(2));
    }

    [Fact]
    public void Every_reference_is_read_back_however_it_is_written() => References.Sample(
        reference =>
        {
            string[] written =
            [
                reference, reference.ToLowerInvariant(), reference.Replace('-', ' '), $"  {reference}. ", reference.Replace('-', '–'),
                reference[5..], reference[5..].ToLowerInvariant(), "slrt " + reference[5..], "5LRT" + reference[4..], "5IRT" + reference[4..],
                reference.Replace('0', 'O'), reference.Replace('0', 'o'), reference.Replace('1', 'I'), reference.Replace('1', 'l'), $"#{reference}",
            ];

            // Act, Assert
            Assert.All(written, text =>
            {
                Assert.True(ReferenceCode.TryParse(text, out var read), text);
                Assert.Equal(reference, read);
            });
        },
        iter: 2000);

    [Fact]
    public void Full_width_characters_are_read()
    {
        // Arrange
        var reference = ReferenceCode.From(987654321);
        var wide = string.Concat(reference.Select(c => c == '-' ? '－' : (char)(c + 0xFEE0)));

        // Act, Assert
        Assert.True(ReferenceCode.TryParse(wide, out var read));
        Assert.Equal(reference, read);
    }

    [Theory]
    [InlineData("\u2013")]
    [InlineData("\u2014")]
    [InlineData("\u2011")]
    [InlineData("\u2212")]
    [InlineData("\u200B\u2212\u200B")]
    [InlineData("\u2060")]
    [InlineData("\u00AD")]
    public void Typographic_dashes_and_invisible_signs_are_read(string between)
    {
        // Arrange
        var reference = ReferenceCode.From(987654321);
        var pasted = $"\u200E{reference.Replace("-", between, StringComparison.Ordinal)}\uFEFF";

        // Act, Assert
        Assert.True(ReferenceCode.TryParse(pasted, out var read));
        Assert.True(ReferenceCode.TryFind($"cek {pasted} ya", out var found));
        Assert.Equal((reference, reference), (read, found));
    }

    [Fact]
    public void A_five_written_as_s_or_the_other_way_round_is_mended() => References.Where(r => MixedUp(r) > 0).Sample(
        reference =>
        {
            var at = MixedUp(reference);
            var written = With(reference, at, reference[at] == '5' ? 'S' : '5');

            // Act, Assert
            Assert.True(ReferenceCode.TryParse(written, out var read), written);
            Assert.Equal(reference, read);
        },
        iter: 1500);

    [Fact]
    public void Every_single_wrong_character_and_every_swap_of_two_is_noticed() => References.Where(r => MixedUp(r) < 0).Sample(
        reference =>
        {
            var places = Enumerable.Range(5, reference.Length - 5).Where(i => reference[i] != '-').ToList();
            var wrong = places.SelectMany(i => Alphabet.Where(c => c != reference[i] && c is not ('5' or 'S')).Select(c => With(reference, i, c)));
            var swapped = from i in places from j in places where reference[i] != reference[j] select With(With(reference, i, reference[j]), j, reference[i]);

            // Act, Assert
            Assert.All(wrong.Concat(swapped), text => Assert.False(ReferenceCode.TryParse(text, out _), $"{reference} as {text}"));
        },
        iter: 200);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kebakaran")]
    [InlineData("nama saya 5")]
    [InlineData("081234567")]
    [InlineData("3204371203749999")]
    [InlineData("SLRT")]
    [InlineData("slrt bandung")]
    [InlineData("rumah saya kebakaran tolong segera kirim bantuan ke kampung")]
    [InlineData("SLRT-UUUU-UUUU-U")]
    [InlineData("😭😭😭😭😭😭😭😭😭")]
    public void Words_and_other_numbers_are_not_references(string? text)
    {
        // Act
        var read = ReferenceCode.TryParse(text, out var reference);

        // Assert
        Assert.False(read);
        Assert.Equal("", reference);
    }

    [Theory]
    [InlineData("SLRT-0000-0000-1", true)]
    [InlineData("slrt 0000 0000", true)]
    [InlineData("5LRT-7K3M-9QXA-55", true)]
    [InlineData("7K3M-9QXA-2", true)]
    [InlineData("ABCD-EFGH-J", true)]
    [InlineData("kebakaran", false)]
    [InlineData("slrt bandung", false)]
    [InlineData("nama saya 5", false)]
    [InlineData("081234567", false)]
    [InlineData("ya", false)]
    public void A_mistyped_reference_still_looks_like_one(string text, bool expected)
    {
        // Act, Assert
        Assert.Equal(expected, ReferenceCode.LooksLike(text));
    }

    [Theory]
    [InlineData("tolong cek {0} dong", true)]
    [InlineData("{0}", true)]
    [InlineData("(nomor:{0})", true)]
    [InlineData("sudah saya sampaikan slrt bandung", false)]
    [InlineData("X{0}", false)]
    [InlineData("{0}Z9", false)]
    public void A_reference_with_its_prefix_is_found_in_a_sentence(string sentence, bool expected)
    {
        // Arrange
        var reference = ReferenceCode.From(31337);
        var text = sentence.Replace("{0}", reference.ToLowerInvariant(), StringComparison.Ordinal);

        // Act
        var found = ReferenceCode.TryFind(text, out var read);

        // Assert
        Assert.Equal(expected, found);
        Assert.Equal(expected ? reference : "", read);
    }

    /// <summary>Where the first 5 or S stands, which may be written for each other; -1 where there is none.</summary>
    private static int MixedUp(string reference) => reference.IndexOfAny(['5', 'S'], 5);

    private static string With(string text, int at, char c) => string.Concat(text.AsSpan(0, at), [c], text.AsSpan(at + 1));
}
