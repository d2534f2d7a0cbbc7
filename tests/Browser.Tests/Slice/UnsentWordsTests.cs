using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>What was being written when a session ended (docs/checks.md, A-17): kept on this device alone, sealed, and for this person alone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class UnsentWordsTests(Browsers browsers)
{
    /// <summary>How many texts the device holds, and one of them as it lies there.</summary>
    private const string Kept =
        """
        () => new Promise(done => {
          const request = indexedDB.open("slrt-unsent", 1);
          request.onsuccess = () => {
            const all = request.result.transaction("texts").objectStore("texts").getAll();
            all.onsuccess = () => {
              request.result.close();
              done(all.result.length + all.result.map(kept => ` ${kept.sealed instanceof ArrayBuffer} ${Object.keys(kept)}`).join());
            };
          };
        })
        """;

    private const string Words = "Ibu Enok sudah ditelepon, minta dikunjungi hari Senin pagi.";

    [BrowserFact]
    public async Task A_note_survives_the_end_of_the_session_and_is_offered_once_more()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var reference = await resident.LodgeAsync();
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "manager");
        await staff.Page.GotoAsync($"/complaints/{reference}");
        await staff.Page.Locator("details:has(form[action$='/note']) > summary").ClickAsync();
        var note = staff.Page.Locator("form[action$='/note'] textarea");
        await note.FillAsync(Words);
        await Expect(staff.Page.Locator("form[action$='/note'] textarea[data-kept]")).ToBeVisibleAsync();
        var kept = await staff.Page.EvaluateAsync<string>(Kept);

        // Act
        await staff.Page.Context.ClearCookiesAsync();
        await staff.Page.GotoAsync($"/complaints/{reference}");
        await staff.Page.Locator("[name=UserName]").FillAsync("manager");
        await staff.Page.Locator("[name=Password]").FillAsync(RunningProgram.Password);
        await staff.Page.Locator("main [type=submit]").ClickAsync();
        await staff.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Pakai lagi" }).ClickAsync();

        // Assert
        Assert.Equal("1 true at,iv,sealed", kept);
        await Expect(note).ToHaveValueAsync(Words);
        await staff.Page.Locator("form[action$='/note'] [type=submit]").ClickAsync();
        await Expect(staff.Page.Locator(".line")).ToContainTextAsync(Words);
        await staff.Page.ReloadAsync();
        await Expect(staff.Page.Locator(".line")).ToContainTextAsync(Words);
        Assert.Equal("0", await staff.Page.EvaluateAsync<string>(Kept));
    }

    [BrowserFact]
    public async Task What_a_form_has_sent_is_not_offered_again_and_what_was_refused_stays()
    {
        // Arrange
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360), "administrator");
        await staff.Page.GotoAsync("/areas/32.04.16.2001");
        await staff.Page.Locator("#rename summary").ClickAsync();
        await staff.Page.Locator("#Rename_Name").FillAsync("Arjasari Anyar");
        await staff.Page.Locator("#Rename_Reason").FillAsync("Perda 7/2026, lembar kedua.");
        await Expect(staff.Page.Locator("#Rename_Reason[data-kept]")).ToBeVisibleAsync();

        // Act: without its day it is refused; then it is taken
        await staff.Page.Locator("#rename [type=submit]").ClickAsync();
        await Expect(staff.Page.Locator("[data-errors]")).ToBeVisibleAsync();
        await Expect(staff.Page.Locator("#Rename_Reason")).ToHaveValueAsync("Perda 7/2026, lembar kedua.");
        var refused = await staff.Page.EvaluateAsync<string>(Kept);
        await staff.Page.Locator("#Rename_Day").FillAsync("2026-01-05");
        await staff.Page.Locator("#rename [type=submit]").ClickAsync();
        await Expect(staff.Page.Locator("#log")).ToContainTextAsync("Perda 7/2026, lembar kedua.");

        // Assert
        Assert.StartsWith("1 ", refused, StringComparison.Ordinal);
        for (var look = 0; look < 100 && await staff.Page.EvaluateAsync<string>(Kept) != "0"; look++)
        {
            // The script tidies up after the page was drawn.
        }

        Assert.Equal("0", await staff.Page.EvaluateAsync<string>(Kept));
        await staff.Page.ReloadAsync();
        await Expect(staff.Page.Locator("#log")).ToContainTextAsync("Perda 7/2026, lembar kedua.");
        await Expect(staff.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Pakai lagi" })).ToHaveCountAsync(0);
        staff.Person.AssertNothingWentWrong("422");
    }

    [BrowserFact]
    public async Task After_signing_out_nothing_is_left_on_the_device()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var reference = await resident.LodgeAsync();
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "analyst");
        await staff.Page.GotoAsync($"/complaints/{reference}");
        await staff.Page.Locator("details:has(form[action$='/note']) > summary").ClickAsync();
        await staff.Page.Locator("form[action$='/note'] textarea").FillAsync(Words);
        await Expect(staff.Page.Locator("form[action$='/note'] textarea[data-kept]")).ToBeVisibleAsync();
        // Act
        await staff.Page.Locator(".menu > summary").ClickAsync();
        await staff.Page.Locator(".menu form[action$='/sign-out'] button").ClickAsync();
        await Expect(staff.Page.Locator("[name=UserName]")).ToBeVisibleAsync();

        // Assert
        Assert.Equal("[]", await staff.Page.EvaluateAsync<string>("async () => JSON.stringify(await indexedDB.databases())"));
    }
}
