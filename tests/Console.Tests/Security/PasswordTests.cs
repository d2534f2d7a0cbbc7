using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Security;

[Collection(ConsoleTests.Name)]
public sealed class PasswordTests(ConsoleSite site)
{
    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var here = await site.SignedInAsync(staff);
        var there = await site.SignedInAsync(staff);
        var page = await here.GetAsync("/account");

        // Act
        var answer = await here.SubmitAsync(
            page, "form[action*='handler=Password']",
            fields: [("Current", ConsoleSite.Password), ("Password", "delapan gajah lewat sini"), ("Again", "delapan gajah lewat sini")]);

        // Assert
        Assert.Equal(303, answer.Status);
        Assert.Equal(200, (await here.GetAsync("/account")).Status);
        Assert.Equal(302, (await there.GetAsync("/account")).Status);
        Assert.Equal(422, (await site.Browser().SignInAsync(staff.UserName, ConsoleSite.Password)).Status);
        Assert.Equal(303, (await site.Browser().SignInAsync(staff.UserName, "delapan gajah lewat sini")).Status);
    }

    [Fact]
    public async Task Wrong_present_passwords_slow_down_as_at_the_sign_in_and_change_nothing()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var browser = await site.SignedInAsync(staff);
        var page = await browser.GetAsync("/account");
        (string, string)[] New(string current) => [("Current", current), ("Password", "delapan gajah lewat sini"), ("Again", "delapan gajah lewat sini")];

        // Act
        var answers = new List<Answer>();
        for (var i = 0; i <= SignInPace.FreeTries; i++)
        {
            answers.Add(await browser.SubmitAsync(page, "form[action*='handler=Password']", fields: New("bukan yang benar")));
        }

        var right = await browser.SubmitAsync(page, "form[action*='handler=Password']", fields: New(ConsoleSite.Password));
        site.Clock.Advance(SignInPace.FirstWait);
        var later = await browser.SubmitAsync(page, "form[action*='handler=Password']", fields: New(ConsoleSite.Password));

        // Assert
        Assert.Equal([422, 422, 422, 422, 429], answers.Select(a => a.Status));
        Assert.Equal((429, "30"), (right.Status, right.Header("Retry-After")));
        Assert.Contains("Coba lagi dalam 1 menit", right.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(303, later.Status);
        var audit = await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == staff.Id && a.Verb == "staff.password_refused").CountAsync());
        Assert.Equal(6, audit);
    }

    [Theory]
    [InlineData("sebelas 11x")]
    [InlineData("123456789012")]
    [InlineData("Password123456!")]
    [InlineData("P4ssw0rd.rahasia")]
    [InlineData("puskesos2026")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("qwertyuiop123")]
    public async Task A_password_that_everybody_would_try_is_refused(string password)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var page = await browser.GetAsync("/account");

        // Act
        var answer = await browser.SubmitAsync(
            page, "form[action*='handler=Password']", fields: [("Current", ConsoleSite.Password), ("Password", password), ("Again", password)]);

        // Assert
        Assert.Equal(422, answer.Status);
        Assert.Equal("#Password", answer.One("[data-errors] a").GetAttribute("href"));
        Assert.DoesNotContain(password, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_up_link_serves_once_and_only_by_post()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var token = SetUpToken.New();
        await site.ChangeAsync(async db =>
        {
            var row = await db.StaffMembers.SingleAsync(s => s.Id == staff.Id);
            (row.PasswordHash, row.SetUpTokenHash, row.SetUpTokenExpires) = (null, SetUpToken.Hash(token), site.Clock.UtcNow + SetUpToken.Life);
        });
        var browser = site.Browser();

        // Act
        var page = await browser.GetAsync($"/set-up/{token}");
        _ = await browser.GetAsync($"/set-up/{token}");
        var differs = await browser.SubmitAsync(page, "main form", fields: [("Password", "sembilan bebek enak"), ("Again", "lain")]);
        var saved = await browser.SubmitAsync(page, "main form", fields: [("Password", "sembilan bebek enak"), ("Again", "sembilan bebek enak")]);

        // Assert
        Assert.Equal(200, page.Status);
        Assert.Equal(422, differs.Status);
        Assert.Equal(303, saved.Status);
        Assert.Equal(404, (await browser.GetAsync($"/set-up/{token}")).Status);
        Assert.Equal(303, (await browser.SignInAsync(staff.UserName, "sembilan bebek enak")).Status);
    }

    [Fact]
    public async Task A_set_up_link_that_has_expired_or_was_made_up_is_not_found()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var token = SetUpToken.New();
        await site.ChangeAsync(async db =>
        {
            var row = await db.StaffMembers.SingleAsync(s => s.Id == staff.Id);
            (row.SetUpTokenHash, row.SetUpTokenExpires) = (SetUpToken.Hash(token), site.Clock.UtcNow);
        });

        // Act, Assert
        Assert.Equal(404, (await site.Browser().GetAsync($"/set-up/{token}")).Status);
        Assert.Equal(404, (await site.Browser().GetAsync($"/set-up/{SetUpToken.New()}")).Status);
    }
}
