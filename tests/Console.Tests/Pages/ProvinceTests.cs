using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>The province sees how many there are and how they stand; it sees no single person, on no page.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ProvinceTests(ConsoleSite site)
{
    private const string Name = "Entin Rahayu";

    private static readonly IReadOnlyList<string> Listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Security", "routes.txt"));

    [Fact]
    public async Task No_page_shows_the_province_a_complaint_a_person_a_chat_or_a_file()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Province, "32", readsSensitive: true);
        var complaint = await site.LodgeAsync(story: "beras tidak datang", name: Name);
        var pages = Listed.Select(l => l.Split(": ")).Where(l => !l[0].StartsWith("/chat/events", StringComparison.Ordinal) && l[0] != "/live").ToList();

        foreach (var page in pages)
        {
            // Act
            var answer = await browser.GetAsync(page[0]
                .Replace("{reference}", complaint.Reference, StringComparison.Ordinal).Replace("{group}", "limits", StringComparison.Ordinal).Replace("{code}", "32.04.44.2001", StringComparison.Ordinal)
                .Replace("/conversations/{id:guid}", $"/conversations/{complaint.ConversationId}", StringComparison.Ordinal)
                .Replace("{id:guid}", $"{complaint.Id}", StringComparison.Ordinal)
                .Replace("{number}", "RJK-0000", StringComparison.Ordinal).Replace("{token}", "x", StringComparison.Ordinal)
                .Replace("{status:int}", "404", StringComparison.Ordinal));

            // Assert
            Assert.All(["beras tidak datang", Name], words => Assert.DoesNotContain(words, answer.Body, StringComparison.Ordinal));
            Assert.Equal(answer.Status == 403, page[1] is not ("anyone" or "any staff" or "account.own" or "partner.read" or "figures.read" or "task.handle"));
        }

        Assert.DoesNotContain(await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == complaint.Id).Select(a => a.Verb).ToListAsync()), v => v == "complaint.viewed");
    }

    [Fact]
    public async Task Its_home_counts_by_regency_status_and_category_and_searches_nothing()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Province, "32");
        await site.LodgeAsync();
        var open = await site.ReadAsync(db => db.Complaints.CountAsync(c => c.StatusType == StatusType.Open));

        // Act
        var home = await browser.GetAsync("/");

        // Assert
        Assert.Equal(200, home.Status);
        AssertHtml.IsSound(home);
        Assert.Contains("Kabupaten Bandung", home.Text("#figures"), StringComparison.Ordinal);
        Assert.Equal($"{open}", home.Text("#figures [data-figure='32.04/open']").Replace(".", "", StringComparison.Ordinal));
        Assert.NotEmpty(home.Texts("#figures-categories tbody tr"));
        Assert.Null(home.Document.QuerySelector("input[type=search], a[href^='/queue'], a[href^='/conversations'], a[href^='/referrals']"));
    }

    [Fact]
    public async Task A_province_of_elsewhere_counts_nothing_here()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Province, "33");
        await site.LodgeAsync();

        // Act
        var home = await browser.GetAsync("/");

        // Assert
        Assert.Empty(home.Document.QuerySelectorAll("[data-figure]"));
    }
}
