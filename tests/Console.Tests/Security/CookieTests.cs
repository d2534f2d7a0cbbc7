using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Security;

/// <summary>Every cookie that the program sets, of both doors, and what it is worth to somebody who planted it (docs/checks.md, A-10, A-16, T-34).</summary>
[Collection(ConsoleTests.Name)]
public sealed class CookieTests(ConsoleSite site)
{
    private const string Session = "__Host-slrt-session";

    [Fact]
    public async Task Every_cookie_is_bound_to_this_host_to_https_and_to_no_script()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Manager);
        var complaint = await site.LodgeAsync();
        var browser = site.Browser();
        var answers = new List<Answer>();

        // Act: each of them sets cookies of its own.
        answers.Add(await browser.GetAsync("/sign-in"));
        answers.Add(await browser.SubmitAsync(answers[^1], "main form", fields: [("UserName", staff.UserName), ("Password", ConsoleSite.Password)]));
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        answers.Add(await browser.SubmitAsync(page, "form[action$='/note']", fields: [("Text", "Sudah ditelepon")]));
        answers.Add(await browser.SubmitAsync(page, ".foot form"));
        answers.Add(await browser.SubmitAsync(page, ".top form[action='/sign-out']"));
        answers.Add(await browser.GetAsync("/chat"));
        answers.Add(await browser.SubmitAsync(answers[^1], ".menu form", fields: [("language", "en")]));

        // Assert
        var cookies = answers.SelectMany(SetBy).ToList();
        string[] known = ["session", "form", "flash", "language", "known", "chat", "chat-language"];
        Assert.Equal(known.Select(n => "__Host-slrt-" + n).Order(StringComparer.Ordinal), cookies.Select(c => c.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Superset(OfClass(), known.ToHashSet(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            var parts = cookie.Split(';').Skip(1).Select(p => p.Trim().ToLowerInvariant()).ToList();
            Assert.Superset(new HashSet<string>(["secure", "httponly", "path=/"]), parts.ToHashSet());
            Assert.Single(parts, p => p is "samesite=lax" or "samesite=strict");
            Assert.DoesNotContain(parts, p => p.StartsWith("domain", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_begins_under_a_value_of_its_own_and_a_planted_one_is_worth_nothing(bool wasGood)
    {
        // Arrange: who plants it makes a value up, or takes one of a session that has ended.
        var staff = await site.StaffAsync(Role.Manager);
        var planted = wasGood ? await OfEndedSessionAsync() : "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        var victim = site.Browser();
        victim.Http.DefaultRequestHeaders.Add("Cookie", $"{Session}={planted}");

        // Act
        var entered = await victim.SignInAsync(staff.UserName, ConsoleSite.Password);

        // Assert
        var given = ValueOf(entered);
        Assert.NotEqual(planted, given);
        Assert.Equal(302, (await With(planted).GetAsync("/")).Status);
        Assert.Contains(staff.Name, (await With(given).GetAsync("/")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_sign_in_gives_another_value()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);

        // Act
        var values = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 5; i++)
        {
            values.Add(ValueOf(await site.Browser().SignInAsync(staff.UserName, ConsoleSite.Password)));
        }

        // Assert
        Assert.Equal(5, values.Count);
    }

    /// <summary>What a new cookie of the console is called, so that the list above cannot forget one.</summary>
    private static HashSet<string> OfClass() => [.. typeof(CookieNames).GetProperties()
        .Where(p => p.PropertyType == typeof(string)).Select(p => ((string)p.GetValue(new CookieNames(Secure: true))!)["__Host-slrt-".Length..])];

    private static IEnumerable<string> SetBy(Answer answer) =>
        answer.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    // Where an ended session was sent along its cookie is taken away first; the browser keeps what comes last.
    private static string ValueOf(Answer entered) =>
        SetBy(entered).Last(c => c.StartsWith(Session + "=", StringComparison.Ordinal)).Split(';')[0][(Session.Length + 1)..];

    private async Task<string> OfEndedSessionAsync()
    {
        var thief = await site.StaffAsync(Role.Frontoffice);
        var browser = site.Browser();
        var value = ValueOf(await browser.SignInAsync(thief.UserName, ConsoleSite.Password));
        _ = await browser.SubmitAsync(await browser.GetAsync("/"), ".top form[action='/sign-out']");
        return value;
    }

    private Browser With(string session)
    {
        var client = site.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", $"{Session}={session}");
        return new Browser(client);
    }
}
