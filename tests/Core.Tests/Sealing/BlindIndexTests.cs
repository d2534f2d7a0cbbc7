using SlrtBot.Core.Sealing;
using Xunit;

namespace SlrtBot.Core.Tests.Sealing;

public sealed class BlindIndexTests
{
    private readonly BlindIndex _index = new(KeyRings.InMemory());

    [Fact]
    public void Equal_values_are_found_and_different_ones_are_told_apart()
    {
        // Act
        var one = _index.Of(BlindIndex.Nik, "3204371203749999");

        // Assert
        Assert.Equal(16, one.Length);
        Assert.Equal(one, _index.Of(BlindIndex.Nik, "3204371203749999"));
        Assert.NotEqual(one, _index.Of(BlindIndex.Nik, "3204375203749999"));
    }

    [Fact]
    public void The_same_digits_as_nik_and_as_phone_cannot_be_joined()
    {
        // Act, Assert
        Assert.NotEqual(_index.Of(BlindIndex.Nik, "3204371203749999"), _index.Of(BlindIndex.Phone, "3204371203749999"));
    }

    [Fact]
    public void Another_key_ring_gives_other_hashes_and_rotating_the_field_keys_does_not()
    {
        // Arrange
        var rotated = new BlindIndex(KeyRings.InMemory(1, 2));
        var foreign = new BlindIndex(new FieldKeyRing([], 1, new byte[32], createdNow: false));

        // Act, Assert
        Assert.Equal(_index.Word("beras"), rotated.Word("beras"));
        Assert.NotEqual(_index.Word("beras"), foreign.Word("beras"));
    }

    [Fact]
    public void A_word_is_eight_bytes_however_long_it_is()
    {
        // Act, Assert
        Assert.Equal(8, _index.Word("a").Length);
        Assert.Equal(8, _index.Word(new string('a', 5000)).Length);
        Assert.NotEqual(_index.Word(new string('a', 5000)), _index.Word(new string('a', 5001)));
    }

    [Fact]
    public void Blanks_are_refused_because_all_blanks_would_be_equal()
    {
        // Act
        var refused = Record.Exception(() => _index.Of(BlindIndex.Phone, ""));

        // Assert
        Assert.IsType<ArgumentException>(refused);
    }
}
