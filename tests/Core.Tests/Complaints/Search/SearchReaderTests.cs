using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Search;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints.Search;

/// <summary>Whatever is typed has a defined meaning, and a reason where it has none.</summary>
public sealed class SearchReaderTests
{
    [Theory]
    [InlineData("", SearchProblem.Empty)]
    [InlineData("   ", SearchProblem.Empty)]
    [InlineData("%", SearchProblem.NoLetters)]
    [InlineData("_", SearchProblem.NoLetters)]
    [InlineData("a", SearchProblem.NoLetters)]
    [InlineData("a b c", SearchProblem.NoLetters)]
    [InlineData("yang dan saya", SearchProblem.EverydayWords)]
    [InlineData("123", SearchProblem.FewDigits)]
    [InlineData("12345678901234567890", SearchProblem.ManyDigits)]
    [InlineData("👍🏽", SearchProblem.NoLetters)]
    [InlineData("\u202e\u200b", SearchProblem.Empty)]
    public void What_cannot_find_anything_says_why(string typed, SearchProblem problem)
    {
        // Act
        var terms = Read(typed);

        // Assert
        Assert.Equal((problem, SearchKind.Nothing), (terms.Problem, terms.Kind));
    }

    [Theory]
    [InlineData("0012", SearchKind.NationalIdTail)]
    [InlineData("3204 3745 0678 0012", SearchKind.NationalId)]
    [InlineData("nik 3204374506780012", SearchKind.NationalId)]
    [InlineData("0812.3456.7890", SearchKind.Phone)]
    [InlineData("hp 0812 3456 7890", SearchKind.Phone)]
    [InlineData("siti", SearchKind.Words)]
    [InlineData("' or 1=1 --", SearchKind.Words)]
    public void Numbers_are_told_apart(string typed, SearchKind kind) => Assert.Equal(kind, Read(typed).Kind);

    [Fact]
    public void Two_hundred_words_are_cut_to_the_first_and_that_is_said()
    {
        // Act
        var terms = Read(string.Join(' ', Enumerable.Range(0, 200).Select(i => $"kata{i}")));

        // Assert
        Assert.Equal((SearchTerms.MostWords, true), (terms.Words.Count, terms.IsCut));
    }

    [Fact]
    public void What_was_typed_does_not_come_out_by_accident() =>
        Assert.DoesNotContain("siti", Read("siti 3204374506780012").ToString(), StringComparison.OrdinalIgnoreCase);

    private static SearchTerms Read(string typed) =>
        new SearchReader(new AreaCatalogue(new AreaOptions())).Read(typed);
}
