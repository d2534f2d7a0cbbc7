using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>Old phones and locked-down office machines: both pages do all of it without a line of script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WithoutScriptTests(Browsers browsers)
{
    [BrowserTheory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_complaint_is_told_read_and_moved_without_script(DatabaseProvider provider)
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(provider, width: 360, script: false));
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 1280, script: false), "analyst");

        // Act, Assert: told
        var reference = await resident.LodgeAsync(new Told { Story = "Kartu KIS ibu saya mati, padahal besok kontrol." });
        await Expect(resident.Page.Locator("#log")).ToContainTextAsync(reference);

        // Act, Assert: found, read, moved, noted
        await staff.Page.GotoAsync("/queue?view=all&sort=newest");
        await staff.OpenAsync(reference);
        await Expect(staff.Page.Locator("main")).ToContainTextAsync("Kartu KIS ibu saya mati");
        await staff.MoveAsync("review");
        await Expect(staff.Status).ToHaveTextAsync("Sedang diperiksa");
        await staff.NoteAsync("Sudah ditelepon, belum diangkat.");
        await Expect(staff.Page.Locator("#timeline")).ToContainTextAsync("Sudah ditelepon, belum diangkat.");

        // Act, Assert: told back on the next look
        await resident.Page.ReloadAsync();
        await resident.HearAsync("Petugas sedang memeriksa laporan Anda.");
        staff.Person.AssertNothingWentWrong();
        resident.Person.AssertNothingWentWrong();
    }
}
