using CsCheck;
using PhoneNumbers;
using Xunit;
using PhoneNumber = SlrtBot.Core.Numbers.PhoneNumber;

namespace SlrtBot.Core.Tests.Numbers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("081234567890")]
    [InlineData("0812-3456-7890")]
    [InlineData("+62 812 3456 7890")]
    [InlineData("\u202A+62 812\u20113456\u20117890\u202C")]
    [InlineData("0812–3456—7890")]
    [InlineData("0812\u22123456\u200B7890\uFEFF")]
    [InlineData("6281234567890")]
    [InlineData("81234567890")]
    [InlineData("0062 812 3456 7890")]
    [InlineData("+62 (0)812 3456 7890")]
    [InlineData("62 0812 3456 7890")]
    [InlineData(" ０８１２３４５６７８９０ ")]
    public void Every_way_of_writing_gives_one_number(string text)
    {
        // Act
        var read = PhoneNumber.TryParse(text, out var phone);

        // Assert
        Assert.True(read);
        Assert.Equal("+6281234567890", phone!.E164);
        Assert.Equal("0812-3456-7890", phone.Local);
    }

    [Theory]
    [InlineData("0812345678", "+62812345678")]
    [InlineData("0812345678901", "+62812345678901")]
    public void The_shortest_and_longest_numbers_are_read(string text, string e164)
    {
        // Act
        var phone = Read(text);

        // Assert
        Assert.Equal(e164, phone.E164);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("081234567")]
    [InlineData("08123456789012")]
    [InlineData("080234567890")]
    [InlineData("0225891234")]
    [InlineData("+1 812 345 6789")]
    [InlineData("112")]
    [InlineData("O81234567890")]
    [InlineData("tidak ada")]
    [InlineData("3204371203749999")]
    public void What_is_no_mobile_number_is_refused(string? text)
    {
        // Act
        var read = PhoneNumber.TryParse(text, out var phone);

        // Assert
        Assert.False(read);
        Assert.Null(phone);
    }

    [Fact]
    public void A_reader_that_is_not_ours_reads_the_same_number() =>
        Gen.Select(Gen.OneOf("0", "+62", "+62 0"), Gen.Int[81, 89], Gen.Int[1_000_000, 99_999_999], Gen.OneOf("", "-", " ", "."))
            .Sample(
                (prefix, operatorCode, subscriber, seam) =>
                {
                    var text = $"{prefix}{operatorCode}{seam}{subscriber / 10000}{seam}{subscriber % 10000:0000}";

                    // Act
                    var oracle = PhoneNumberUtil.GetInstance().Parse(text, "ID");

                    // Assert
                    Assert.Equal(PhoneNumberUtil.GetInstance().Format(oracle, PhoneNumberFormat.E164), Read(text).E164);
                },
                iter: 1000);

    [Fact]
    public void Its_text_form_shows_the_last_four_digits_only()
    {
        // Arrange
        var phone = Read("081234567890");

        // Act, Assert
        Assert.Equal("•••• 7890", $"{phone}");
        Assert.Equal("•••• 7890", phone.Mask);
    }

    [Fact]
    public void Two_writings_of_one_number_are_equal()
    {
        // Arrange
        var (one, other) = (Read("081234567890"), Read("+6281234567890"));

        // Act, Assert
        Assert.Equal(one, other);
    }

    private static PhoneNumber Read(string text) =>
        PhoneNumber.TryParse(text, out var phone) ? phone : throw new InvalidOperationException(text);
}
