using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>A resident and an officer, each in front of a browser, with the bot between them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TalkToOfficerTests(Browsers browsers)
{
    [BrowserFact]
    public async Task A_resident_talks_with_an_officer_and_the_bot_is_back_afterwards()
    {
        // Arrange
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 1280), "manager");
        await staff.Page.GotoAsync("/conversations");
        var before = await staff.Page.Locator("#talks-waiting [data-row]").CountAsync();
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));

        // Act
        await resident.SayAsync("petugas");
        await resident.HearAsync("petugas sudah diberi tahu");
        await Expect(staff.Page.Locator("#talks-waiting [data-row]")).ToHaveCountAsync(before + 1);
        await staff.Page.Locator("#talks-waiting [data-row] a").Last.ClickAsync();
        await staff.Page.Locator("form[action*='Take'] button").ClickAsync();
        await resident.HearAsync("Sekarang Anda berbicara dengan");
        await resident.SayAsync("Kartu saya hilang, bagaimana ya?");

        // Assert
        await Expect(staff.Page.Locator("#thread")).ToContainTextAsync("Kartu saya hilang, bagaimana ya?");
        await staff.Page.Locator("[name=Text]").FillAsync("Bisa dibuatkan surat di kantor desa, Bu.");
        await staff.Page.Locator("form[action*='Reply'] button").ClickAsync();
        await resident.HearAsync("Bisa dibuatkan surat di kantor desa, Bu.");
        await Expect(staff.Page.Locator("[name=Text]")).ToHaveValueAsync(string.Empty);
        await staff.Page.Locator("form[action*='GiveBack'] button").ClickAsync();
        await resident.HearAsync("Saya, bot, kembali membantu.");
        await resident.SayAsync("menu");
        await resident.HearAsync("Silakan pilih");
        staff.Person.AssertNothingWentWrong();
        resident.Person.AssertNothingWentWrong();
    }
}
