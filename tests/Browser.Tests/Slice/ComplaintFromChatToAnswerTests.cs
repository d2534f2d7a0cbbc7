using System.Text.RegularExpressions;
using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>The whole way of a complaint, seen by the resident on a phone and by staff at a desk, both at once.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ComplaintFromChatToAnswerTests(Browsers browsers)
{
    [BrowserTheory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_complaint_told_on_a_phone_is_seen_at_once_and_every_step_is_told_back(DatabaseProvider provider)
    {
        // Arrange
        await using var staff = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 1280), "manager");
        await staff.Page.GotoAsync("/queue?view=all&sort=newest");
        await staff.MarkAsync();
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(provider, width: 360));

        // Act, Assert: it arrives without a reload
        var told = new Told();
        var reference = await resident.LodgeAsync(told);
        await resident.HearAsync(new Regex(@"paling lambat (Senin|Selasa|Rabu|Kamis|Jumat), \d{1,2} \w+ \d{4}"));
        await Expect(staff.Row(reference)).ToBeVisibleAsync();
        Assert.True(await staff.IsMarkedAsync());
        await staff.OpenAsync(reference);
        await Expect(staff.Page.Locator("main")).ToContainTextAsync(told.Story);
        await Expect(staff.Page.Locator("main")).ToContainTextAsync(told.Name);

        // Act, Assert: it is looked into, asked about and answered
        await staff.MoveAsync("review");
        await resident.HearAsync("Petugas sedang memeriksa laporan Anda.");
        await staff.MoveAsync("ask_resident", ("Message", "Atas nama siapa kartunya?"));
        await resident.HearAsync("Petugas bertanya: Atas nama siapa kartunya?");
        await Expect(staff.Status).ToHaveTextAsync("Perlu data tambahan");
        await staff.MarkAsync();
        await resident.SayAsync("Atas nama ibu saya, Icih.");
        await resident.HearAsync("sudah diteruskan ke petugas");
        await Expect(staff.Page.Locator("#thread")).ToContainTextAsync("Atas nama ibu saya, Icih.");
        await Expect(staff.Status).ToHaveTextAsync("Sedang diperiksa");
        Assert.True(await staff.IsMarkedAsync());

        // Act, Assert: a message of its own
        await staff.Page.Locator("form[action$='/write'] textarea").FillAsync("Terima kasih, kami cek ke Dinas Sosial.");
        await staff.Page.Locator("form[action$='/write'] [type=submit]").ClickAsync();
        await resident.HearAsync("Terima kasih, kami cek ke Dinas Sosial.");
        await Expect(staff.Page.Locator("#thread")).ToContainTextAsync("kami cek ke Dinas Sosial");

        // Act, Assert: referred, answered by the partner, closed
        await staff.AnalyseAsync(reference);
        await staff.Page.Locator($"a[href='/complaints/{reference}/refer']").ClickAsync();
        await staff.ReferAsync();
        await resident.HearAsync("sudah kami teruskan ke lembaga");
        await Expect(staff.Page.Locator("h1")).ToHaveTextAsync(RunningProgram.Partner);
        await staff.MoveAsync("accept");
        await resident.HearAsync("Lembaga itu sudah menerima laporan Anda.");
        await staff.MoveAsync("answer", ("Answer", "Beras dikirim hari Kamis ke balai desa."));
        await resident.HearAsync("Beras dikirim hari Kamis ke balai desa.");
        await staff.Page.Locator($"main a[href='/complaints/{reference}']").ClickAsync();
        await staff.MoveAsync("complete");
        await resident.HearAsync("Laporan Anda sudah selesai.");
        await Expect(staff.Status).ToHaveTextAsync("Selesai");

        // Act, Assert: the resident looks it up
        await resident.SayAsync("cek");
        await resident.HearAsync($"Laporan {reference}: Selesai");
        staff.Person.AssertNothingWentWrong();
        resident.Person.AssertNothingWentWrong();
        await staff.Person.AssertNothingStoredAsync();
        await resident.Person.AssertNothingStoredAsync();
    }
}
