using SlrtBot.Core;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Phrases;
using Xunit;

namespace SlrtBot.Host.Tests.HouseRules;

public sealed class CategoryTests
{
    private static readonly PhraseBook Book = PhraseBook.Load(typeof(CoreServices).Assembly);

    [Fact]
    public void No_rule_asks_for_a_category_by_its_code()
    {
        // Act
        var wrong = Repository.Sources.Concat(Repository.Files("src", "*.razor")).SelectMany(Categories.NamedByCode);

        // Assert
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("src/Bot/Dialogs/Complaints/StoryStep.cs", """if (draft.Category is "P6")""")]
    [InlineData("src/Core/Demo/DemoPath.cs", """["N10"] = "BAZNAS",""")]
    [InlineData("src/Console/Pages/Partners/List.cshtml", """<input value="N1 N3">""")]
    public void A_rule_that_asks_for_a_code_is_found(string path, string text)
    {
        // Act
        var wrong = Categories.NamedByCode(new SourceFile(path, text));

        // Assert
        Assert.Single(wrong);
    }

    [Fact]
    public void Every_category_is_treated()
    {
        // Act
        var untreated = ComplaintCategory.All.SelectMany(c => Categories.Untreated(Book, c));

        // Assert
        Assert.Empty(untreated);
    }

    [Fact]
    public void A_new_category_says_what_is_missing()
    {
        // Arrange
        var added = new ComplaintCategory("K9", CategoryType.Membership, 5) { IsDangerous = true, IsAboutOfficial = true };

        // Act
        var untreated = Categories.Untreated(Book, added).ToList();

        // Assert: two languages, group, lines, demo, and the two flags that do not go together.
        Assert.Equal(7, untreated.Count);
    }

    [Fact]
    public void What_a_category_is_stands_in_its_entry()
    {
        // Act
        string Codes(Func<ComplaintCategory, bool> isSo) => string.Join(' ', ComplaintCategory.All.Where(isSo).Select(c => c.Code));

        // Assert: domain rules; a change here is a change of who is heard first and who may read.
        Assert.Equal("N1 N6 N7 N8 N9", Codes(c => c.IsDangerous));
        Assert.Equal("K2 P2 N1 N3 N6 N7 N8 N9", Codes(c => c.IsPressing));
        Assert.Equal("K3 P2 P5 N8", Codes(c => c.IsSensitive));
        Assert.Equal("P2 P5", Codes(c => c.IsAboutOfficial));
        Assert.Equal("P6", Codes(c => c.AsksForInformation));
        Assert.Equal("K1 K2", Codes(c => c.IsAidMissed));
        Assert.Equal("O1 O2", Codes(c => c.IsNotOurs));
        Assert.Equal("O2", Codes(c => c.IsEmpty));
        Assert.Equal("K1 K2 K4 K5 P1 P3 N1", Codes(c => c.NeedsIdentity));
    }
}
