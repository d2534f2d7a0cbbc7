using SlrtBot.Core.Language;
using Xunit;

namespace SlrtBot.Core.Tests.Language;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("soreang", "soreang", 0)]
    [InlineData("soreang", "soreng", 1)]
    [InlineData("soreang", "sorehang", 1)]
    [InlineData("soreang", "soraeng", 1)]
    [InlineData("cangkuang", "cankuan", 2)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void The_distance_counts_slips_of_the_finger(string a, string b, int expected)
    {
        // Act, Assert
        Assert.Equal(expected, EditDistance.Between(a, b, 9));
        Assert.Equal(expected, EditDistance.Between(b, a, 9));
    }

    [Theory]
    [InlineData("soreang", "ciwidey", 2)]
    [InlineData("a", "abcdef", 2)]
    [InlineData("kutawaringin", "katapang", 3)]
    public void What_is_too_far_is_one_more_than_asked(string a, string b, int atMost)
    {
        // Act, Assert
        Assert.Equal(atMost + 1, EditDistance.Between(a, b, atMost));
    }

    [Fact]
    public void Texts_longer_than_a_name_are_only_compared_for_equality()
    {
        // Arrange
        var story = new string('a', 10_000);

        // Act, Assert
        Assert.Equal(0, EditDistance.Between(story, story, 2));
        Assert.Equal(3, EditDistance.Between(story, story + "b", 2));
    }
}
