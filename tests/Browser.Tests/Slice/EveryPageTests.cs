using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>Every page fits a small phone, is usable by ear and by keyboard, and keeps nothing in the browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(Browsers browsers)
{
    private static readonly string[] OfEverybody = ["/sign-in", "/chat", "/chat/forget", "/privacy", "/help", "/nowhere"];

    private static readonly string[] OfTheManager =
    [
        "/", "/tasks", "/tasks?list=desk", "/tasks?list=waiting", "/tellings", "/visits", "/visits?whose=all&week=1", "/queue", "/queue?view=all", "/queue?view=all&district=32.04.44", "/referrals", "/referrals?view=all", "/partners", "/account",
        "/system", "/system/channels", "/help", "/privacy",
    ];

    // What fits 320 pixels (WCAG 2.2, 1.4.10) fits a phone of 360: no rule of the style sheet lies between.
    [BrowserTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task No_page_is_wider_than_its_window_or_closed_to_anybody(int width)
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width));
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width), "manager");
        var found = new List<string>();

        // Act
        var reference = await resident.LodgeAsync(look: async name => found.AddRange(await PageCheck.FindAsync(resident.Page, $"chat, {name}")));
        foreach (var path in OfEverybody)
        {
            found.AddRange(await LookAsync(resident.Person, path));
        }

        foreach (var path in await PagesAsync(staff, reference))
        {
            found.AddRange(await LookAsync(staff.Person, path));
        }

        // Assert
        Assert.Equal([], found);
        await resident.Person.AssertNothingStoredAsync();
        await staff.Person.AssertNothingStoredAsync();
        resident.Person.AssertNothingWentWrong(expected: "404");
        staff.Person.AssertNothingWentWrong();
    }

    private static async Task<IEnumerable<string>> PagesAsync(StaffMember staff, string reference)
    {
        await staff.Page.GotoAsync($"/complaints/{reference}");
        await staff.MoveAsync("review");
        await Expect(staff.Status).ToHaveTextAsync("Sedang diperiksa");
        await staff.AnalyseAsync(reference);
        await staff.Page.GotoAsync($"/complaints/{reference}/refer");
        var during = await PageCheck.FindAsync(staff.Page, "refer");
        Assert.Equal([], during);
        await staff.ReferAsync();
        var referral = new Uri(staff.Page.Url).AbsolutePath;
        return [.. OfTheManager, $"/complaints/{reference}", referral, $"{referral}/letter"];
    }

    private static async Task<IReadOnlyList<string>> LookAsync(Person person, string path)
    {
        await person.Page.GotoAsync(path);
        return await PageCheck.FindAsync(person.Page, path);
    }
}
