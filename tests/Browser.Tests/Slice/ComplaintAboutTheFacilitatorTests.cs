using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>
/// A resident says that the village's facilitator takes a cut. The accused, and those at the same desk, see no row, count, hit, task
/// or notice of it; the supervisor decides, and whoever reported is told.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ComplaintAboutTheFacilitatorTests(Browsers browsers)
{
    [BrowserTheory]
    [OnSqlite]
    [OnPostgres]
    public async Task The_accused_learns_nothing_and_the_reporter_is_answered(DatabaseProvider provider)
    {
        // Arrange
        await using var accused = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 360), "facilitator");
        var before = await SeenAsync(accused);

        // Act: told in a chat
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(provider, width: 360));
        var reference = await LodgeAsync(resident);

        // Assert: nothing has changed for the accused and the one at the next chair
        Assert.Equal(before, await SeenAsync(accused));
        await accused.Page.GotoAsync($"/complaints/{reference}");
        await Expect(accused.Page.Locator("main")).Not.ToContainTextAsync("dipotong");
        await using var colleague = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 360), "coordinator");
        await colleague.Page.GotoAsync("/tasks?list=desk");
        await Expect(colleague.Page.Locator("main")).Not.ToContainTextAsync(reference);

        // Act, Assert: the supervisor finds it among her tasks, asks, and settles it
        await using var sri = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 1280), "supervisor");
        await sri.Page.GotoAsync("/tasks?list=desk");
        await sri.Page.Locator("#list tr", new() { HasText = reference }).Locator("a.go").ClickAsync();
        await Expect(sri.Page.Locator("main")).ToContainTextAsync("dipotong fasilitator desa");
        await sri.MoveAsync("ask_resident", ("Message", "Kapan terakhir dipotong?"));
        await resident.HearAsync("Petugas bertanya: Kapan terakhir dipotong?");
        await resident.SayAsync("Minggu lalu, di balai desa.");
        await resident.HearAsync("sudah diteruskan ke petugas");
        await sri.Page.GotoAsync($"/complaints/{reference}");
        await sri.MoveAsync("conclude", ("Message", "Benar dipotong. Uang Anda dikembalikan hari ini, dan petugasnya ditegur."));
        await resident.HearAsync("Uang Anda dikembalikan hari ini");
        await Expect(sri.Page.Locator("#products")).ToContainTextAsync("Terbukti");
        Assert.Equal(before, await SeenAsync(accused));
        accused.Person.AssertNothingWentWrong(expected: "404");
        sri.Person.AssertNothingWentWrong();
        resident.Person.AssertNothingWentWrong();
    }

    /// <summary>All that the console counts and lists for somebody: tiles, tabs, queue, search.</summary>
    private static async Task<string> SeenAsync(StaffMember staff)
    {
        var seen = new List<string>();
        foreach (var path in new[] { "/", "/tasks?list=desk", "/tasks?list=waiting", "/queue?view=all", "/conversations", "/tellings" })
        {
            await staff.Page.GotoAsync(path);
            seen.Add(await staff.Page.Locator("main").InnerTextAsync());
            seen.Add(await staff.Page.Locator("nav.rail").InnerTextAsync());
        }

        await staff.Page.GotoAsync("/search");
        await staff.Page.Locator("main [name=Q]").First.FillAsync("dipotong fasilitator");
        await staff.Page.Locator("main [name=Q]").First.PressAsync("Enter");
        await Expect(staff.Page.Locator("main")).Not.ToContainTextAsync("SLRT-");
        return string.Join('\n', seen);
    }

    private static async Task<string> LodgeAsync(Resident resident)
    {
        await resident.SayAsync("bantuan beras saya dipotong fasilitator desa 50 ribu tiap ambil");
        await resident.HearAsync("Apakah Anda setuju?");
        await resident.PressAsync("Setuju, lanjut");
        await resident.HearAsync("Dipotong / pungli");
        await resident.PressAsync("Betul");
        await resident.HearAsync("Petugas yang Anda laporkan tidak akan melihat laporan ini.");
        await resident.PressAsync("Petugas desa/Puskesos");
        await resident.HearAsync("rekan sekantornya tidak bisa melihat laporan ini");
        await resident.PressAsync("Lewati");
        await resident.HearAsync("Langkah 4 dari 6");
        await resident.SayAsync("Kp. Cibeureum, Desa Ancolmekar");
        await resident.HearAsync("Langkah 5 dari 6");
        await resident.SayAsync("lewati");
        await resident.HearAsync("Langkah 6 dari 6");
        await resident.SayAsync("Siti Aminah, 0812 3456 7890");
        await resident.HearAsync("Periksa dulu sebelum dikirim.");
        await resident.PressAsync("Kirim laporan");
        await resident.HearAsync("Laporan terkirim");
        return System.Text.RegularExpressions.Regex.Match(await resident.LastBubble.InnerTextAsync(), "SLRT-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]").Value;
    }
}
