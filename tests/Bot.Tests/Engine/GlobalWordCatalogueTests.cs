using System.Reflection;
using SlrtBot.Bot.Dialogs.Menu;
using SlrtBot.Bot.Engine;
using Xunit;

namespace SlrtBot.Bot.Tests.Engine;

/// <summary>Words and dialogs are found by what stands on their classes; what would be ambiguous does not start.</summary>
public sealed class GlobalWordCatalogueTests
{
    [Fact]
    public void Every_word_of_the_program_has_keys_of_its_own()
    {
        // Act
        var catalogue = new GlobalWordCatalogue(GlobalWordCatalogue.Types);

        // Assert
        Assert.Equal("StatusWord", catalogue.Find(Words.Status)?.Name);
        Assert.Null(catalogue.Find("subject.self"));
    }

    [Fact]
    public void Two_words_with_one_key_are_refused()
    {
        // Act
        var refused = Assert.Throws<InvalidOperationException>(() => new GlobalWordCatalogue([typeof(One), typeof(Same)]));

        // Assert
        Assert.Equal("'one' is heard by One and Same.", refused.Message);
    }

    [Fact]
    public void A_word_without_a_key_is_refused()
    {
        // Act, Assert
        Assert.Throws<InvalidOperationException>(() => new GlobalWordCatalogue([typeof(Deaf)]));
    }

    [Fact]
    public void A_key_with_a_dot_at_its_end_hears_the_whole_family()
    {
        // Arrange
        var catalogue = new GlobalWordCatalogue([typeof(One), typeof(Family)]);

        // Act, Assert
        Assert.Equal(typeof(Family), catalogue.Find("rate.0192.5"));
        Assert.Equal(typeof(One), catalogue.Find("one"));
        Assert.Null(catalogue.Find("one.more"));
    }

    [Fact]
    public void Every_dialog_is_stored_by_the_name_it_says()
    {
        // Act, Assert
        Assert.All(DialogTypes.Known, type => Assert.Equal(
            type.GetField("DialogName", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetRawConstantValue(),
            type.GetCustomAttribute<StoredAsAttribute>()?.Name));
        Assert.NotNull(new DialogTypes(DialogTypes.Known).Find("complaint"));
    }

    [Fact]
    public void Two_dialogs_with_one_name_are_refused()
    {
        // Act, Assert
        Assert.Throws<InvalidOperationException>(() => new DialogTypes([typeof(MenuDialog), typeof(MenuDialog)]));
    }

    private abstract class Silent : GlobalWord
    {
        public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken) => Task.FromResult(true);
    }

    [Hears("one")]
    private sealed class One : Silent;

    [Hears("other", "one")]
    private sealed class Same : Silent;

    [Hears("rate.")]
    private sealed class Family : Silent;

    private sealed class Deaf : Silent;
}
