using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>How urgent a complaint is, and whose word that is, as staff see it.</summary>
[Collection(ConsoleTests.Name)]
public sealed class UrgencyTests(ConsoleSite site)
{
    [Theory]
    [InlineData(Urgency.Urgent, null, "Mendesak · usul program: Mendesak, karena kata «roboh», «<b>miring»", true)]
    [InlineData(Urgency.Urgent, Urgency.Normal, "Biasa · usul program: Mendesak, karena kata «roboh», «<b>miring» · kata warga: tidak mendesak", false)]
    [InlineData(Urgency.Emergency, Urgency.Normal, "Mendesak · usul program: Darurat, karena kata «roboh», «<b>miring» · kata warga: tidak mendesak", true)]
    [InlineData(Urgency.Emergency, Urgency.Urgent, "Darurat · usul program: Darurat, karena kata «roboh», «<b>miring» · kata warga: mendesak", true)]
    public async Task Staff_see_what_was_proposed_by_which_words_and_what_the_resident_said(
        Urgency proposed, Urgency? said, string fact, bool isMarked)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var complaint = await site.LodgeAsync("N3", urgency: proposed, said: said, words: ["roboh", "<b>miring"]);

        // Act
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        AssertHtml.IsSound(page);
        var facts = page.Document.QuerySelectorAll("dl.facts dd").Select(dd => dd.TextContent.Trim());
        Assert.Contains(fact, facts);
        Assert.Equal(isMarked, page.Document.QuerySelector("#head .badge-s.bad") is not null);
    }

    [Fact]
    public async Task Where_nothing_was_proposed_nothing_is_claimed()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var complaint = await site.LodgeAsync("N3");

        // Act
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Contains("Biasa", page.Document.QuerySelectorAll("dl.facts dd").Select(dd => dd.TextContent.Trim()));
        Assert.DoesNotContain("usul program", page.Body, StringComparison.Ordinal);
    }
}
