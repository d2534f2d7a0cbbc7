using SlrtBot.Core.Numbers;
using Xunit;

namespace SlrtBot.Core.Tests.Numbers;

public sealed class StrayNumbersTests
{
    [Theory]
    [InlineData("nik saya 3204371203749999 pak", "nik saya ••••••••••••9999 pak")]
    [InlineData("3204 3712 0374 9999", "••••••••••••9999")]
    [InlineData("3204—3712—0374—9999", "••••••••••••9999")]
    [InlineData("3204 – 3712 – 0374 – 9999", "••••••••••••9999")]
    [InlineData("3204\u22123712\u20120374\u20159999", "••••••••••••9999")]
    [InlineData("\u202A3204\u200B3712\u20600374\u00AD9999\u202C", "\u202A••••••••••••9999\u202C")]
    [InlineData("3204\u30003712\u2003\u20030374\uFF0D9999", "••••••••••••9999")]
    [InlineData("KK:3204.3712.0374.9999.", "KK:••••••••••••9999.")]
    [InlineData("3204371203749999 081234567890", "••••••••••••9999 081234567890")]
    [InlineData("08 3204371203749999", "08 ••••••••••••9999")]
    [InlineData("3204371203749999/3204375203749998", "••••••••••••9999/••••••••••••9998")]
    [InlineData("３２０４３７１２０３７４９９９９", "••••••••••••9999")]
    public void A_number_in_a_story_is_found_and_masked(string text, string masked)
    {
        // Act, Assert
        Assert.Equal(masked, StrayNumbers.Mask(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rt 03 rw 05 tahun 2026")]
    [InlineData("081234567890")]
    [InlineData("32043712037499991")]
    [InlineData("3204371203749999888")]
    [InlineData("3204\n\n\n371203749999")]
    public void Other_numbers_are_left_alone(string text)
    {
        // Act, Assert
        Assert.Empty(StrayNumbers.In(text));
        Assert.Equal(text, StrayNumbers.Mask(text));
    }

    [Fact]
    public void Its_place_is_told()
    {
        // Act
        var found = Assert.Single(StrayNumbers.In("nik 3204 3712 0374 9999!"));

        // Assert
        Assert.Equal(("3204371203749999", 4, 19), (found.Digits, found.Start, found.Length));
    }
}
