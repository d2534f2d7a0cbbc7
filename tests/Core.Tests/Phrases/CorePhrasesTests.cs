using SlrtBot.Core.Phrases;
using Xunit;

namespace SlrtBot.Core.Tests.Phrases;

/// <summary>Rules for the catalogues of Core: complete in both languages, and short enough for a button.</summary>
public sealed class CorePhrasesTests
{
    private const int ButtonLength = 24;
    private const int PhraseLength = 300;
    private readonly PhraseBook _book = PhraseBook.Load(typeof(PhraseBook).Assembly);

    [Fact]
    public void Every_language_has_the_same_keys_with_the_same_placeholders()
    {
        // Arrange
        var indonesian = _book.Keys("id").Order().ToList();

        // Act, Assert
        Assert.Equal(indonesian, _book.Keys("en").Order());
        Assert.All(indonesian, key => Assert.Equal(_book.Placeholders("id", key).Order(), _book.Placeholders("en", key).Order()));
    }

    [Theory]
    [InlineData("category.")]
    [InlineData("category_group.")]
    public void What_may_become_a_button_is_at_most_24_characters(string prefix)
    {
        // Act
        var labels = _book.Languages.SelectMany(l => _book.Keys(l).Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => (Language: l, Text: _book.Get(l, k)))).ToList();

        // Assert
        Assert.NotEmpty(labels);
        Assert.All(labels, label => Assert.InRange(label.Text.Length, 1, ButtonLength));
        Assert.Equal(labels.Count, labels.Distinct().Count());
    }

    [Fact]
    public void Every_status_has_a_label_and_a_sentence_for_the_resident()
    {
        // Arrange
        string[] codes =
        [
            "received", "in_review", "field_verification", "supervisor_review", "manager_decision", "needs_information", "referred",
            "accepted_by_partner", "in_service", "answered", "completed", "served_directly", "rejected", "merged", "not_our_authority",
            "withdrawn", "unreachable",
        ];

        // Act, Assert
        Assert.All(codes, code =>
        {
            Assert.InRange(_book.Get("id", $"status.{code}").Length, 1, ButtonLength);
            Assert.InRange(_book.Get("id", $"status.{code}.resident").Length, 20, PhraseLength);
        });
    }

    [Fact]
    public void All_23_categories_and_8_groups_are_named()
    {
        // Act, Assert
        Assert.Equal(23, _book.Keys("id").Count(k => k.StartsWith("category.", StringComparison.Ordinal)));
        Assert.Equal(8, _book.Keys("id").Count(k => k.StartsWith("category_group.", StringComparison.Ordinal)));
        Assert.Equal(10, _book.Keys("id").Count(k => k.StartsWith("role.", StringComparison.Ordinal)));
    }
}
