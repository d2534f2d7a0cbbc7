using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>An administrator's screen that was left open: grave decisions ask for the own password once more.</summary>
[Collection(ConsoleTests.Name)]
public sealed class FreshPasswordPageTests(ConsoleSite site)
{
    private const string Wrong = "bukan yang benar";

    [Fact]
    public async Task A_role_of_the_regency_is_given_after_the_password_and_nothing_typed_is_lost()
    {
        // Arrange
        var (browser, staff) = (await site.SignedInAsync(Role.Administrator), await site.StaffAsync(Role.Facilitator, "32.04.37.2001"));
        var address = $"/staff/{staff.Id}/roles";
        var fresh = await browser.GetAsync(address);
        site.Clock.Advance(FreshPassword.Life);
        var page = await browser.GetAsync(address);
        (string, string)[] Typed(string? password) =>
            [("Roles", "manager"), ("AreaText", "32.04"), ("Area", "32.04"), ("Reason", "SK Bupati 5"), .. password is null ? Array.Empty<(string, string)>() : [("OwnPassword", password)]];

        // Act
        var unsaid = await browser.SubmitAsync(page, "form[action$=roles]", fields: Typed(null));
        var wrong = await browser.SubmitAsync(page, "form[action$=roles]", fields: Typed(Wrong));
        var right = await browser.SubmitAsync(page, "form[action$=roles]", fields: Typed(ConsoleSite.Password));

        // Assert
        Assert.All([page, unsaid, wrong], AssertHtml.IsSound);
        Assert.Null(fresh.Document.QuerySelector("[name=OwnPassword]"));
        Assert.Equal((422, 422, 303), (unsaid.Status, wrong.Status, right.Status));
        Assert.Contains("memerlukan kata sandi Anda sendiri", unsaid.Text("form[action$=roles]"), StringComparison.Ordinal);
        Assert.Contains("tidak cocok", wrong.Text("form[action$=roles]"), StringComparison.Ordinal);
        Assert.All([unsaid, wrong], answer =>
        {
            Assert.Contains("SK Bupati 5", answer.Text("textarea[name=Reason]"), StringComparison.Ordinal);
            Assert.NotNull(answer.Document.QuerySelector("input[name=Roles][value=manager][checked]"));
            Assert.Null(answer.One("[name=OwnPassword]").GetAttribute("value"));
        });
        Assert.True(await site.ReadAsync(db => db.StaffRoles.AnyAsync(r => r.StaffId == staff.Id && r.Role == Role.Manager)));
        // Said once, it counts for a while.
        Assert.Null((await browser.GetAsync(address)).Document.QuerySelector("[name=OwnPassword]"));
    }

    [Fact]
    public async Task A_link_and_the_right_to_read_what_is_sensitive_are_given_after_it_and_taking_that_away_needs_none()
    {
        // Arrange
        var (browser, staff) = (await site.SignedInAsync(Role.Administrator), await site.StaffAsync(Role.Facilitator, "32.04.37.2001"));
        site.Clock.Advance(FreshPassword.Life);
        var page = await browser.GetAsync($"/staff/{staff.Id}");

        // Act
        var noLink = await browser.SubmitAsync(page, "form[action*='handler=Link']");
        var noReading = await browser.SubmitAsync(page, "form[action*='handler=Sensitive']", fields: [("Reason", "SK tim rahasia")]);
        var link = await browser.SubmitAsync(page, "form[action*='handler=Link']", fields: [("OwnPassword", ConsoleSite.Password)]);
        var reading = await browser.SubmitAsync(await browser.GetAsync($"/staff/{staff.Id}"), "form[action*='handler=Sensitive']", fields: [("Reason", "SK tim rahasia")]);
        site.Clock.Advance(FreshPassword.Life);
        var taken = await browser.SubmitAsync(await browser.GetAsync($"/staff/{staff.Id}"), "form[action*='handler=Sensitive']", fields: [("Reason", "Pindah tugas")]);

        // Assert
        Assert.All([noLink, noReading, link], AssertHtml.IsSound);
        Assert.Equal((422, 422, 200, 303, 303), (noLink.Status, noReading.Status, link.Status, reading.Status, taken.Status));
        Assert.Contains("SK tim rahasia", noReading.Text("textarea[name=Reason]"), StringComparison.Ordinal);
        Assert.Contains("/set-up/", link.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/set-up/", noLink.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_slows_down_as_at_the_sign_in()
    {
        // Arrange
        var (browser, staff) = (await site.SignedInAsync(Role.Administrator), await site.StaffAsync(Role.Facilitator, "32.04.37.2001"));
        site.Clock.Advance(FreshPassword.Life);
        var page = await browser.GetAsync($"/staff/{staff.Id}");

        // Act
        var answers = new List<int>();
        for (var i = 0; i <= SignInPace.FreeTries; i++)
        {
            answers.Add((await browser.SubmitAsync(page, "form[action*='handler=Link']", fields: [("OwnPassword", Wrong)])).Status);
        }

        var right = await browser.SubmitAsync(page, "form[action*='handler=Link']", fields: [("OwnPassword", ConsoleSite.Password)]);
        site.Clock.Advance(SignInPace.FirstWait);
        var later = await browser.SubmitAsync(page, "form[action*='handler=Link']", fields: [("OwnPassword", ConsoleSite.Password)]);

        // Assert
        Assert.Equal([422, 422, 422, 422, 429], answers);
        Assert.Equal((429, "30", 200), (right.Status, right.Header("Retry-After"), later.Status));
    }

    [Fact]
    public async Task New_accounts_of_the_regency_need_it_one_by_one_and_from_a_list()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        site.Clock.Advance(FreshPassword.Life);
        var (add, import) = (await browser.GetAsync("/staff/add"), await browser.GetAsync("/staff/import"));
        (string, string)[] one = [("Name", "Rina Baru"), ("UserName", "rina.baru"), ("Roles", "analyst"), ("AreaText", "32.04"), ("Area", "32.04"), ("Reason", "SK 9")];
        var preview = await browser.SubmitAsync(import, "form[enctype]", fields: [("Pasted", "user,name,role,area\nrudi.baru,Rudi Baru,analyst,32.04")]);

        // Act
        var unsaid = await browser.SubmitAsync(add, "form[action='/staff/add']", fields: one);
        var list = await browser.SubmitAsync(preview, "form[action*=Confirm]", fields: [("Reason", "SK 9")]);
        var wrong = await browser.SubmitAsync(list, "form[action*=Confirm]", fields: [("Reason", "SK 9"), ("OwnPassword", Wrong)]);
        var made = await browser.SubmitAsync(list, "form[action*=Confirm]", fields: [("Reason", "SK 9"), ("OwnPassword", ConsoleSite.Password)]);
        var added = await browser.SubmitAsync(add, "form[action='/staff/add']", fields: one);

        // Assert
        Assert.All([unsaid, list, wrong], AssertHtml.IsSound);
        Assert.Equal((422, 422, 422, 200, 200), (unsaid.Status, list.Status, wrong.Status, made.Status, added.Status));
        Assert.Equal("rina.baru", unsaid.One("[name=UserName]").GetAttribute("value"));
        Assert.Contains("rudi.baru", list.Text("#preview"), StringComparison.Ordinal);
        Assert.Equal(2, await site.ReadAsync(db => db.StaffMembers.CountAsync(s => s.UserName == "rina.baru" || s.UserName == "rudi.baru")));
    }
}
