using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints.Search;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

[Collection(ConsoleTests.Name)]
public sealed class SearchTests(ConsoleSite site)
{
    [Fact]
    public async Task The_field_stands_on_every_page_and_finds_by_name_without_an_address_that_tells_it()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Facilitator, "32.04.05.2005");
        var browser = await site.SignedInAsync(staff);
        var complaint = await site.LodgeAsync("N3", "32.04.05.2005", name: "Wawan Gunadarma");

        foreach (var page in new[] { "/", "/queue", "/help", $"/complaints/{complaint.Reference}" })
        {
            // Act
            var answer = await browser.SubmitAsync(await browser.GetAsync(page), "header form.find", fields: [("Q", "wawan gunadharma")]);

            // Assert
            Assert.Equal((200, "https://localhost/search"), (answer.Status, answer.Path));
            Assert.Equal(complaint.Reference, answer.Text("[data-row] .mono"));
            Assert.Contains("Wawan G.", answer.Text("[data-row]"), StringComparison.Ordinal);
            Assert.DoesNotContain("Gunadarma", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(answer.Document.QuerySelectorAll("[href], [action], [hx-get], [hx-post]"),
                e => e.OuterHtml.Split('>')[0].Contains("wawan", StringComparison.OrdinalIgnoreCase));
        }

        var acts = await site.ReadAsync(db => db.AuditActs.Where(a => a.ActorId == staff.Id && a.Verb == "complaint.searched").ToListAsync());
        Assert.Equal(4, acts.Count);
        Assert.All(acts, a => Assert.Equal("""{"kind":"words","count":1,"page":1,"place":"search"}""", a.Data));
    }

    [Fact]
    public async Task An_address_with_words_in_it_searches_for_nothing()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        await site.LodgeAsync(name: "Wawan Gunadarma");

        // Act
        var answer = await browser.GetAsync("/search?q=wawan&Q=wawan");

        // Assert
        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Document.QuerySelectorAll("[data-row]"));
        Assert.Equal("", answer.One("#q").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_reference_leads_to_its_complaint_and_one_of_elsewhere_is_not_there()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Facilitator, TestData.OtherVillage);
        var mine = await site.LodgeAsync(village: TestData.OtherVillage);
        var elsewhere = await site.LodgeAsync(village: TestData.Village);

        // Act
        var found = await SearchAsync(browser, mine.Reference.ToLowerInvariant());
        var missed = await SearchAsync(browser, elsewhere.Reference);

        // Assert
        Assert.Equal((303, $"/complaints/{mine.Reference}"), (found.Status, found.Location));
        Assert.Equal((200, 0), (missed.Status, missed.Document.QuerySelectorAll("[data-row]").Length));
        Assert.NotEmpty(missed.Text(".empty"));
    }

    [Fact]
    public async Task The_pages_of_a_long_result_are_forms_that_keep_what_was_searched_for()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Facilitator, "32.04.05.2006");
        for (var i = 0; i <= SearchPage.Size; i++)
        {
            await site.LodgeAsync("N2", "32.04.05.2006", story: "Seragam sekolah robek");
        }

        // Act
        var first = await SearchAsync(browser, "seragam robek");
        var second = await browser.SubmitAsync(first, "main form[aria-label]", fields: [("At", first.One("button[name=At]:not([disabled])").GetAttribute("value")!)]);

        // Assert
        Assert.Equal(SearchPage.Size, first.Document.QuerySelectorAll("[data-row]").Length);
        Assert.Single(second.Document.QuerySelectorAll("[data-row]"));
        Assert.Equal("seragam robek", second.One("#q").GetAttribute("value"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("a")]
    [InlineData("yang dan")]
    [InlineData("12")]
    public async Task What_finds_nothing_is_told_why(string typed)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);

        // Act
        var answer = await SearchAsync(browser, typed);

        // Assert
        Assert.Equal(200, answer.Status);
        Assert.NotEmpty(answer.Text("main [role=alert]"));
        Assert.Equal(typed, answer.One("#q").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Two_hundred_words_are_cut_and_that_is_said()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);

        // Act
        var answer = await SearchAsync(browser, string.Join(' ', Enumerable.Range(0, 200).Select(i => $"kata{i}")));

        // Assert
        Assert.Equal(200, answer.Status);
        Assert.Contains("8", answer.Text("main .note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_registers_nobody_is_told_that_a_NIK_is_not_for_them()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Backoffice);

        // Act
        var answer = await SearchAsync(browser, "3204374506780012");

        // Assert
        Assert.Contains("NIK", answer.Text("main .note"), StringComparison.Ordinal);
    }

    private static async Task<Answer> SearchAsync(Browser browser, string typed) =>
        await browser.SubmitAsync(await browser.GetAsync("/search"), "#search", fields: [("Q", typed)]);
}
