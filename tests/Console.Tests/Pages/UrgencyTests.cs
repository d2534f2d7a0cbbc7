using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Dangers;
using SlrtBot.Core.Kernel;
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
    public async Task Words_of_an_emergency_that_followed_stand_in_the_badge_the_facts_and_the_history()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var complaint = await site.LodgeAsync("N3");
        var by = Provenance.Resident(complaint.ConversationId!.Value, complaint.Channel, site.Clock.UtcNow);

        // Act
        await site.Units.RunAsync<MarkDanger, bool>((act, cancel) => act.DoAsync(complaint.Id, by, cancel), CancellationToken.None);
        var marked = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var queue = await browser.GetAsync("/queue?view=open&urgency=emergency");
        await site.Units.RunAsync<TakeBackDanger, Complaint>((act, cancel) => act.DoAsync(complaint.Id, by, cancel), CancellationToken.None);
        var takenBack = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Equal("Darurat", marked.One("#head .badge-s.bad").TextContent.Trim());
        Assert.Contains("Darurat · kata darurat menyusul ", marked.Body, StringComparison.Ordinal);
        Assert.Contains("Kata darurat dalam tambahan warga", marked.One("#timeline").TextContent, StringComparison.Ordinal);
        Assert.Contains(complaint.Reference, queue.Body, StringComparison.Ordinal);
        Assert.Contains("Biasa · kata darurat menyusul ", takenBack.Body, StringComparison.Ordinal);
        Assert.Contains("Warga: bukan darurat", takenBack.One("#timeline").TextContent, StringComparison.Ordinal);
        Assert.Null(takenBack.Document.QuerySelector("#head .badge-s.bad"));
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
