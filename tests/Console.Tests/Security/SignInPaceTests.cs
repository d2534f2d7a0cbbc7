using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Security;

/// <summary>Wrong passwords slow down who sends them, and shut nobody else out (docs/checks.md, A-04).</summary>
[Collection(ConsoleTests.Name)]
public sealed class SignInPaceTests(ConsoleSite site)
{
    private const string Elsewhere = "198.51.100.4";
    private static int _addresses;

    /// <summary>One for each test: so many passwords a minute come from one address, and no more (<c>SignInLimit</c>).</summary>
    private readonly string _here = $"203.0.113.{Interlocked.Increment(ref _addresses)}";

    [Fact]
    public async Task Ten_wrong_passwords_make_their_address_wait_and_the_person_enters_from_another()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);

        // Act
        var tries = await FailAsync(_here, staff.UserName, 10);
        var right = await site.Browser(_here).SignInAsync(staff.UserName, ConsoleSite.Password);
        var elsewhere = await site.Browser(Elsewhere).SignInAsync(staff.UserName, ConsoleSite.Password);

        // Assert
        Assert.Equal([422, 422, 422, 422, 429, 429, 429, 429, 429, 429], tries.Select(t => t.Status));
        Assert.Equal((429, "30"), (right.Status, right.Header("Retry-After")));
        Assert.Contains("Coba lagi dalam 1 menit", right.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(303, elsewhere.Status);
    }

    [Fact]
    public async Task Each_further_wrong_password_waits_twice_as_long_until_a_quarter_of_an_hour()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        await FailAsync(_here, staff.UserName, SignInPace.FreeTries);

        // Act
        var waits = new List<string?>();
        for (var i = 0; i < 7; i++)
        {
            var answer = (await FailAsync(_here, staff.UserName, 1))[0];
            waits.Add(answer.Header("Retry-After"));
            site.Clock.Advance(TimeSpan.FromSeconds(int.Parse(waits[^1]!, System.Globalization.CultureInfo.InvariantCulture)));
        }

        var right = await site.Browser(_here).SignInAsync(staff.UserName, ConsoleSite.Password);
        var after = (await FailAsync(_here, staff.UserName, 1))[0];

        // Assert
        Assert.Equal(["30", "60", "120", "240", "480", "900", "900"], waits);
        Assert.Equal(303, right.Status);
        Assert.Equal(422, after.Status);
    }

    [Fact]
    public async Task A_browser_in_which_the_person_has_signed_in_before_is_let_in_whatever_others_try_beside_it()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var known = site.Browser(_here);
        var first = await known.SignInAsync(staff.UserName, ConsoleSite.Password);
        _ = await known.SubmitAsync(await known.GetAsync("/"), ".top form[action='/sign-out']");
        await FailAsync(_here, staff.UserName, 10);

        // Act
        var stranger = await site.Browser(_here).SignInAsync(staff.UserName, ConsoleSite.Password);
        var again = await known.SignInAsync(staff.UserName, ConsoleSite.Password);

        // Assert
        Assert.Equal((429, 303), (stranger.Status, again.Status));
        var cookie = Assert.Single(first.Response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-slrt-known=", StringComparison.Ordinal));
        Assert.All(["secure", "httponly", "samesite=lax", "path=/", "max-age=31536000"], a => Assert.Contains(a, cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_known_browser_is_slowed_down_too_and_alone()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var known = site.Browser(_here);
        _ = await known.SignInAsync(staff.UserName, ConsoleSite.Password);
        _ = await known.SubmitAsync(await known.GetAsync("/"), ".top form[action='/sign-out']");

        // Act
        var statuses = new List<int>();
        for (var i = 0; i <= SignInPace.FreeTries; i++)
        {
            statuses.Add((await known.SignInAsync(staff.UserName, "salah salah salah")).Status);
        }

        var stranger = await site.Browser(_here).SignInAsync(staff.UserName, ConsoleSite.Password);

        // Assert
        Assert.Equal([422, 422, 422, 422, 429], statuses);
        Assert.Equal(303, stranger.Status);
    }

    [Fact]
    public async Task A_browser_that_is_known_for_one_person_or_says_so_itself_is_any_browser_for_another()
    {
        // Arrange
        var mine = await site.StaffAsync(Role.Frontoffice);
        var other = await site.StaffAsync(Role.Analyst);
        var known = site.Browser(_here);
        _ = await known.SignInAsync(mine.UserName, ConsoleSite.Password);
        _ = await known.SubmitAsync(await known.GetAsync("/"), ".top form[action='/sign-out']");
        await FailAsync(_here, other.UserName, 10);
        var forger = site.Browser(_here);
        forger.Http.DefaultRequestHeaders.Add("Cookie", "__Host-slrt-known=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        // Act
        var asOther = await known.SignInAsync(other.UserName, ConsoleSite.Password);
        var forged = await forger.GetAsync("/sign-in");
        var asForger = await forger.SubmitAsync(forged, "main form", fields: [("UserName", other.UserName), ("Password", ConsoleSite.Password)]);

        // Assert
        Assert.Equal(429, asOther.Status);
        Assert.NotEqual(303, asForger.Status);
    }

    [Fact]
    public async Task A_name_that_nobody_has_waits_like_any_other()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);

        // Act
        var known = await FailAsync(_here, staff.UserName, 6);
        var unknown = await FailAsync(_here, $"bukan-{staff.UserName}", 6);

        // Assert
        Assert.Equal(known.Select(a => (a.Status, a.Header("Retry-After"), a.Text("[role=alert]"))), unknown.Select(a => (a.Status, a.Header("Retry-After"), a.Text("[role=alert]"))));
    }

    [Fact]
    public async Task Neither_the_address_nor_the_name_is_stored_in_the_open()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);

        // Act
        await FailAsync("192.0.2.33", staff.UserName, 1);

        // Assert
        var rows = await site.ReadAsync(db => db.SignInTries.AsNoTracking().ToListAsync());
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal((16, 16), (r.Account.Length, r.Source.Length)));
        var audit = await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == staff.Id).Select(a => a.Data).ToListAsync());
        Assert.Equal(["""{"why":"password"}"""], audit);
    }

    private async Task<List<Answer>> FailAsync(string address, string userName, int times)
    {
        var answers = new List<Answer>();
        for (var i = 0; i < times; i++)
        {
            answers.Add(await site.Browser(address).SignInAsync(userName, "salah salah salah"));
        }

        return answers;
    }
}
