using System.Globalization;
using CsCheck;
using SlrtBot.Bot.Protocol;
using Xunit;

namespace SlrtBot.Bot.Tests;

public sealed class TextSplitterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    [InlineData("pendek", "pendek")]
    [InlineData("satu dua tiga empat lima", "satu dua|tiga empat|lima")]
    [InlineData("satu dua\ntiga empat", "satu dua|tiga empat")]
    [InlineData("satu\n\ndua tiga empat", "satu|dua tiga|empat")]
    [InlineData("satuduatigaempatlima", "satuduatig|aempatlima")]
    public void A_text_is_cut_where_a_reader_would_cut_it(string text, string expected)
    {
        // Act
        var parts = TextSplitter.Split(text, 10).Select(range => text[range]);

        // Assert
        Assert.Equal(expected, string.Join('|', parts));
    }

    [Theory]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("é")]
    [InlineData("ꦏꦺꦴ")]
    [InlineData("🇮🇩")]
    public void A_letter_is_never_cut(string letter)
    {
        // Arrange
        var text = string.Concat(Enumerable.Repeat(letter, 100));

        // Act
        var parts = TextSplitter.Split(text, 31).Select(range => text[range]).ToList();

        // Assert
        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 31));
        Assert.Equal(new StringInfo(text).LengthInTextElements, parts.Sum(part => new StringInfo(part).LengthInTextElements));
    }

    [Fact]
    public void A_pile_of_accents_longer_than_a_part_is_cut_all_the_same()
    {
        // Arrange
        var text = "a" + new string('\u0301', 200);

        // Act
        var parts = TextSplitter.Split(text, 50).Select(range => text[range]).ToList();

        // Assert
        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 50));
    }

    [Fact]
    public void No_text_is_lost_wherever_the_seams_lie() =>
        Gen.OneOf("a", "b", " ", "\n", "🙏", "é").Array[0, 200].Select(string.Concat).Sample(
            text =>
            {
                var parts = TextSplitter.Split(text, 17).Select(range => text[range]).ToList();
                Assert.All(parts, part => Assert.InRange(part.Length, 1, 17));
                Assert.Equal(WithoutBlanks(text), WithoutBlanks(string.Concat(parts)));
            },
            iter: 2000);

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
