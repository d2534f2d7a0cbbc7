using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>A key that comes twice is taken once, or refused, and never joined (docs/checks.md, A-35).</summary>
[Collection(ConsoleTests.Name)]
public sealed class DoubledKeyTests(ConsoleSite site)
{
    [Fact]
    public async Task Of_two_words_under_one_key_of_a_form_the_first_is_taken()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var answer = await browser.SubmitAsync(page, "form[action$='/note']", fields: [("Text", "kata pertama"), ("Text", "kata kedua")]);

        // Assert
        var shown = (await browser.GetAsync($"/complaints/{complaint.Reference}")).Text("#timeline");
        Assert.Equal(303, answer.Status);
        Assert.Contains("kata pertama", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("kata kedua", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_values_under_one_key_of_an_address_the_first_is_taken()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();

        // Act
        var first = await browser.GetAsync($"/queue?reference={complaint.Reference}&reference=SLRT-0000-0000-0");
        var second = await browser.GetAsync($"/queue?reference=SLRT-0000-0000-0&reference={complaint.Reference}");

        // Assert
        Assert.Equal((302, $"/complaints/{complaint.Reference}"), (first.Status, first.Location));
        Assert.Equal(200, second.Status);
    }

    [Fact]
    public async Task A_form_with_two_tokens_is_refused()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var token = page.One("input[name=csrf]").GetAttribute("value")!;

        // Act
        var answer = await browser.PostAsync($"/complaints/{complaint.Reference}/assign", false, ("csrf", token), ("csrf", "x"), ("Take", "true"));

        // Assert
        Assert.Equal(400, answer.Status);
    }
}
