using SlrtBot.Core.Numbers;
using Xunit;

namespace SlrtBot.Core.Tests.Numbers;

public sealed class NationalIdTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("3204371203749999")]
    [InlineData("3204 3712 0374 9999")]
    [InlineData("3204.3712.0374.9999")]
    [InlineData("3204–3712\u20110374\u22129999")]
    [InlineData("\u200E3204\u200B37120374\u20609999\u202C")]
    [InlineData(" 3204-3712-0374-9999 ")]
    [InlineData("３２０４３７１２０３７４９９９９")]
    [InlineData("٣٢٠٤٣٧١٢٠٣٧٤٩٩٩٩")]
    public void A_number_is_accepted_however_its_digits_are_grouped(string text)
    {
        // Act
        var check = NationalId.Check(text, Today);

        // Assert
        Assert.True(check.Accepted);
        Assert.Equal("3204371203749999", check.Digits);
        Assert.Empty(check.Warnings);
    }

    [Theory]
    [InlineData("", "required", null)]
    [InlineData("   ", "required", null)]
    [InlineData("320437120374999", "nik_too_short", "1")]
    [InlineData("32043712037", "nik_too_short", "5")]
    [InlineData("320437120374999912", "nik_too_long", "2")]
    [InlineData("32O4371203749999", "nik_not_digits", null)]
    [InlineData("tidak punya", "nik_not_digits", null)]
    [InlineData("😭", "nik_not_digits", null)]
    [InlineData("1111111111111111", "nik_made_up", null)]
    [InlineData("0000000000000000", "nik_made_up", null)]
    [InlineData("1234567890123456", "nik_made_up", null)]
    public void What_is_no_number_is_refused_with_what_is_wrong(string text, string code, string? count)
    {
        // Act
        var check = NationalId.Check(text, Today);

        // Assert
        Assert.False(check.Accepted);
        Assert.Equal(code, check.Refusal!.Code);
        Assert.Equal("nik", check.Refusal.Field);
        Assert.Equal(count, check.Refusal.Values.GetValueOrDefault("count"));
    }

    [Theory]
    [InlineData("3204373203749999", "nik_date")]
    [InlineData("3204377203749999", "nik_date")]
    [InlineData("3204374003749999", "nik_date")]
    [InlineData("3204370003749999", "nik_date")]
    [InlineData("3204371213749999", "nik_date")]
    [InlineData("3204371200749999", "nik_date")]
    [InlineData("3204373002749999", "nik_date")]
    [InlineData("3204372902759999", "nik_date")]
    [InlineData("3204371203740000", "nik_serial")]
    [InlineData("2004371203749999", "nik_province")]
    [InlineData("9704371203749999", "nik_province")]
    [InlineData("3204371203209999", "nik_maybe_family_card")]
    public void What_is_odd_is_asked_about_but_accepted(string text, string warning)
    {
        // Act
        var check = NationalId.Check(text, Today);

        // Assert
        Assert.True(check.Accepted);
        Assert.Equal([warning], check.Warnings);
    }

    [Theory]
    [InlineData("3204372902769999", 1976, 2, 29, Sex.Male)]
    [InlineData("3204375203749999", 1974, 3, 12, Sex.Female)]
    [InlineData("3204377112099999", 2009, 12, 31, Sex.Female)]
    [InlineData("3204370101269999", 2026, 1, 1, Sex.Male)]
    [InlineData("3204370101279999", 1927, 1, 1, Sex.Male)]
    public void Birth_date_and_sex_are_read_from_the_middle(string digits, int year, int month, int day, Sex sex)
    {
        // Act, Assert
        Assert.Equal(new DateOnly(year, month, day), NationalId.BirthDate(digits, Today));
        Assert.Equal(sex, NationalId.SexIn(digits));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3204")]
    [InlineData("abcdefghijklmnop")]
    public void Nothing_is_read_from_what_has_not_the_form(string text)
    {
        // Act, Assert
        Assert.Null(NationalId.BirthDate(text, Today));
        Assert.Null(NationalId.SexIn(text));
        Assert.False(NationalId.MaybeFamilyCard(text, Today));
    }

    [Theory]
    [InlineData("3204375203749999", false)]
    [InlineData("3204371203749999", false)]
    [InlineData("3204371203099999", true)]
    [InlineData("3204372312269999", false)]
    public void A_family_card_is_told_apart_where_its_date_allows(string digits, bool maybe)
    {
        // Act, Assert
        Assert.Equal(maybe, NationalId.MaybeFamilyCard(digits, Today));
    }

    [Fact]
    public void The_family_card_number_sent_again_as_NIK_is_noticed()
    {
        // Act
        var same = NationalId.Check("3204371203049999", Today, familyCard: "3204 3712 0304 9999");
        var other = NationalId.Check("3204371203049999", Today, familyCard: "3204371203049998");

        // Assert
        Assert.Equal(["nik_maybe_family_card"], same.Warnings);
        Assert.Empty(other.Warnings);
    }

    [Theory]
    [InlineData("3204371203749999", "••••••••••••9999")]
    [InlineData("1234", "••••")]
    [InlineData(null, "")]
    public void Only_the_last_four_digits_are_shown(string? digits, string shown)
    {
        // Act, Assert
        Assert.Equal(shown, NationalId.Mask(digits));
    }

    [Fact]
    public void A_check_written_to_a_log_by_accident_hides_the_number()
    {
        // Act, Assert
        Assert.DoesNotContain("32043712", NationalId.Check("3204371203749999", Today).ToString());
        Assert.DoesNotContain("32043712", StrayNumbers.In("3204371203749999")[0].ToString());
    }
}
