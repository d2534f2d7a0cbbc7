using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Forms that come after somebody signed in beside them, or whose page stood open for too long: nothing typed is lost.</summary>
[Collection(ConsoleTests.Name)]
public sealed class StaleFormTests(ConsoleSite site)
{
    private const string Note = "Sudah ditelepon dua kali, <b>ibunya</b> minta dikunjungi hari Senin.";

    [Fact]
    public async Task What_was_typed_comes_back_and_is_sent_with_one_press()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var form = "form[action*='/note']";

        // Act
        var refused = await browser.SubmitAsync(page, form, fields: [("Text", Note), ("csrf", "of-another-day")]);
        var sent = await browser.SubmitAsync(refused, ".alone form");
        var after = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Equal(400, refused.Status);
        Assert.Equal("Halaman ini terlalu lama terbuka", refused.Text("h1"));
        Assert.Equal(Note, refused.Text(".words"));
        Assert.InRange(sent.Status, 200, 303);
        Assert.Contains(after.Texts(".words"), text => text.Contains("dikunjungi hari Senin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_of_two_sign_in_pages_leads_on_without_repeating_the_password()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var browser = site.Browser();
        var second = await browser.GetAsync("/sign-in");
        await browser.SignInAsync(staff.UserName, ConsoleSite.Password);

        // Act
        var refused = await browser.SubmitAsync(second, "main form", fields: [("UserName", staff.UserName), ("Password", ConsoleSite.Password)]);
        var onward = await browser.GetAsync(refused.One(".alone a.btn").GetAttribute("href")!);

        // Assert
        Assert.Equal(400, refused.Status);
        Assert.DoesNotContain(ConsoleSite.Password, refused.Body, StringComparison.Ordinal);
        Assert.Equal("/", onward.Location);
    }

    [Fact]
    public async Task What_another_site_sent_is_not_offered_again()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync();
        browser.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-site");

        // Act
        var refused = await browser.PostAsync($"/complaints/{complaint.Reference}/note", false, ("Text", Note));

        // Assert
        Assert.Equal(400, refused.Status);
        Assert.DoesNotContain("dikunjungi", refused.Body, StringComparison.Ordinal);
    }
}
