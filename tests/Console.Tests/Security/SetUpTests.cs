using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Security;

[Collection(ConsoleTests.Name)]
public sealed class SetUpTests(ConsoleSite site)
{
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
