using SlrtBot.Bot;
using SlrtBot.Console;
using SlrtBot.Core;
using SlrtBot.Core.Phrases;
using Xunit;

namespace SlrtBot.Host.Tests.HouseRules;

public sealed class LabelTests
{
    private static readonly PhraseBook Book = PhraseBook.Load(
        typeof(CoreServices).Assembly, typeof(BotServices).Assembly, typeof(ConsoleServices).Assembly);

    [Fact]
    public void Every_code_that_people_read_has_words_in_every_language()
    {
        // Act
        var missing = Labels.Missing(Book, Labels.Needed());

        // Assert
        Assert.Empty(missing);
    }

    [Fact]
    public void A_code_without_words_is_found()
    {
        // Act
        var missing = Labels.Missing(Book, ["status.forgotten"]);

        // Assert
        Assert.Equal(["id: status.forgotten", "en: status.forgotten"], missing);
    }

    [Fact]
    public void Refusals_are_found_by_text_and_by_constant()
    {
        // Arrange
        var file = new SourceFile("src/Core/X.cs", """
            public const string NotARegency = "area_not_a_regency";
            return new Refusal("too_long", "name");
            return Refusal.Conflict("stale");
            return new Refusal(NotARegency) { };
            return Refusal.NotFound();
            """);

        // Act
        var codes = Labels.RefusalCodes(file);

        // Assert
        Assert.Equal(["too_long", "stale", "area_not_a_regency"], codes);
    }

    [Fact]
    public void The_languages_have_the_same_keys_and_the_same_blanks()
    {
        // Act
        var one = Book.Keys("id").Except(Book.Keys("en")).Concat(Book.Keys("en").Except(Book.Keys("id")));
        var differing = Book.Keys("id").Where(k => Book.Has("en", k) && !Book.Placeholders("id", k).Order().SequenceEqual(Book.Placeholders("en", k).Order()));

        // Assert
        Assert.Empty(one);
        Assert.Empty(differing);
    }
}
