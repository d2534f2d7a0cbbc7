using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Security;

[Collection(ConsoleTests.Name)]
public sealed class SignInTests(ConsoleSite site)
{
    [Fact]
    public async Task A_right_password_opens_a_session_and_the_audit_says_so()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var browser = site.Browser();

        // Act
        var answer = await browser.SignInAsync(staff.UserName, ConsoleSite.Password);

        // Assert
        Assert.Equal(303, answer.Status);
        Assert.Equal("/", answer.Location);
        var cookie = Assert.Single(answer.Response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-slrt-session=", StringComparison.Ordinal));
        Assert.All(["secure", "httponly", "samesite=lax", "path=/"], a => Assert.Contains(a, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(staff.Name, (await browser.GetAsync("/")).Body, StringComparison.Ordinal);
        Assert.Equal(["staff.signed_in"], await AuditAsync(staff));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);

        // Act
        var wrong = await site.Browser().SignInAsync(staff.UserName, "tidak ada yang tahu");
        var unknown = await site.Browser().SignInAsync("bukan-siapa-siapa", "tidak ada yang tahu");

        // Assert
        Assert.Equal(422, wrong.Status);
        Assert.Equal(422, unknown.Status);
        Assert.Equal(wrong.Text("[role=alert]"), unknown.Text("[role=alert]"));
        Assert.Empty(wrong.One("#Password").GetAttribute("value") ?? string.Empty);
        Assert.Equal(["staff.sign_in_refused"], await AuditAsync(staff));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task A_return_address_elsewhere_is_not_followed(string address)
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var browser = site.Browser();
        var page = await browser.GetAsync("/sign-in?ReturnUrl=" + Uri.EscapeDataString(address));

        // Act
        var answer = await browser.SubmitAsync(page, "main form", fields: [("UserName", staff.UserName), ("Password", ConsoleSite.Password)]);

        // Assert
        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task A_session_ends_after_half_an_hour_without_use()
    {
        // Arrange
        var used = await site.SignedInAsync(Role.Frontoffice);
        var idle = await site.SignedInAsync(Role.Frontoffice);

        // Act
        site.Clock.Advance(TimeSpan.FromMinutes(29));
        var renewed = await used.GetAsync("/");
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        // Assert
        Assert.Equal(200, renewed.Status);
        Assert.Equal(200, (await used.GetAsync("/")).Status);
        AssertOut(await idle.GetAsync("/"));
    }

    [Fact]
    public async Task A_page_that_refreshes_itself_keeps_no_session_alive()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        using var unattended = new HttpRequestMessage(HttpMethod.Get, "/");
        unattended.Headers.Add("X-Unattended", "1");

        // Act
        var refreshed = await browser.Http.SendAsync(unattended);
        site.Clock.Advance(TimeSpan.FromMinutes(11));

        // Assert
        Assert.True(refreshed.IsSuccessStatusCode);
        AssertOut(await browser.GetAsync("/"));
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);

        // Act
        for (var i = 0; i < 35; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(200, (await browser.GetAsync("/help")).Status);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(1));

        // Assert
        AssertOut(await browser.GetAsync("/"));
    }

    [Fact]
    public async Task After_sign_out_a_copy_of_the_cookie_is_worth_nothing()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var browser = site.Browser();
        var entered = await browser.SignInAsync(staff.UserName, ConsoleSite.Password);
        var stolen = entered.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-slrt-session=", StringComparison.Ordinal)).Split(';')[0];
        var home = await browser.GetAsync("/");

        // Act
        var left = await browser.SubmitAsync(home, ".top form[action='/sign-out']");

        // Assert
        Assert.Equal(303, left.Status);
        Assert.Equal("\"cache\", \"storage\"", left.Header("Clear-Site-Data"));
        Assert.Contains(left.Response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-slrt-session=;", StringComparison.Ordinal));
        using var replay = new HttpRequestMessage(HttpMethod.Get, "/");
        replay.Headers.Add("Cookie", stolen);
        var thief = site.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        var answer = await thief.SendAsync(replay);
        Assert.Equal("/sign-in", answer.Headers.Location!.AbsolutePath);
        Assert.Equal(["staff.signed_in", "staff.signed_out"], await AuditAsync(staff));
    }

    [Fact]
    public async Task Who_is_deactivated_or_loses_a_role_is_out_with_the_next_request()
    {
        // Arrange
        var gone = await site.StaffAsync(Role.Frontoffice);
        var demoted = await site.StaffAsync(Role.Manager);
        var goneBrowser = await site.SignedInAsync(gone);
        var demotedBrowser = await site.SignedInAsync(demoted);

        // Act
        await site.ChangeAsync(async db => (await db.StaffMembers.SingleAsync(s => s.Id == gone.Id)).IsActive = false);
        await site.ChangeAsync(async db => db.RemoveRange(await db.StaffRoles.Where(r => r.StaffId == demoted.Id).ToListAsync()));

        // Assert
        AssertOut(await goneBrowser.GetAsync("/queue"));
        Assert.Equal(403, (await demotedBrowser.GetAsync("/queue")).Status);
    }

    [Fact]
    public async Task A_fragment_without_a_session_sends_the_reader_to_sign_in()
    {
        // Act
        var answer = await site.Browser().GetAsync("/queue?view=new", fragment: true);

        // Assert
        Assert.Equal(401, answer.Status);
        Assert.Equal("/sign-in?ReturnUrl=%2Fqueue%3Fview%3Dnew", answer.Header("HX-Redirect"));
    }

    [Fact]
    public async Task The_language_of_the_profile_comes_back_with_the_next_sign_in()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var browser = await site.SignedInAsync(staff);

        // Act
        _ = await browser.SubmitAsync(await browser.GetAsync("/"), ".foot form");
        var elsewhere = await site.SignedInAsync(staff);

        // Assert
        Assert.Equal("en", (await browser.GetAsync("/")).One("html").GetAttribute("lang"));
        Assert.Equal("en", (await elsewhere.GetAsync("/")).One("html").GetAttribute("lang"));
    }

    private static void AssertOut(Answer answer)
    {
        Assert.Equal(302, answer.Status);
        Assert.StartsWith("https://localhost/sign-in", answer.Location, StringComparison.Ordinal);
    }

    private Task<List<string>> AuditAsync(StaffMember staff) => site.ReadAsync((SlrtDbContext db) =>
        db.AuditActs.Where(a => a.SubjectId == staff.Id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
}
