using Microsoft.Playwright;
using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>
/// Somebody asks by chat why she gets nothing: she is in no list, is visited, the supervisor approves, review and analysis proposes her, and
/// the village agrees in signed minutes. The walks of docs/proposals.md and docs/meetings.md through real screens and the phone, who reads
/// these messages and no other. Nothing is put into the database in between.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ElderIsProposedTests(Browsers browsers)
{
    private const string Today = "2026-11-23";
    private static readonly Told FromTheVillage = new() { Place = "Kp. Cibeureum RT 03 RW 05, Desa Ancolmekar", District = null };
    private RunningProgram _program = null!;
    private string _reference = null!;

    [BrowserTheory]
    [OnSqlite]
    public async Task Who_is_in_no_list_is_visited_proposed_and_agreed_on_and_reads_each_step(DatabaseProvider provider)
    {
        await using var program = _program = await RunningProgram.StartAsync(provider, new StageClock());
        await BringListAsync();
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(program, width: 360));
        _reference = await resident.LodgeAsync(FromTheVillage);
        await resident.ReadAsync(Lodging.Messages);

        await VisitAsync();
        await resident.ReadAsync(
            """
            Laporan {ref}: petugas akan datang ke rumah Anda, Senin, 23 November 2026, siang.

            Yang datang: Fasilitator desa, Fasilitator desa. Gratis, jangan beri uang. Kalau ada, siapkan KTP dan KK.

            Kalau tidak bisa hari itu, balas «tidak bisa».
            """,
            "Laporan {ref}: Laporan Anda sedang dilihat petugas kecamatan.");
        await ApproveAsync();
        await resident.ReadAsync("Laporan {ref}: Petugas sedang memeriksa laporan Anda.");

        await ProposeAsync();
        await resident.ReadAsync(
            """
            Laporan {ref}: keluarga Anda kami usulkan masuk data kesejahteraan (DTSEN). Berikutnya dibahas di musyawarah desa/kelurahan, paling lambat Senin, 14 Desember 2026.

            Usulan bukan janji bantuan. Penerima ditetapkan Kementerian Sosial. Usulan ini gratis.
            """);

        await DeliberateAsync();
        await resident.ReadAsync(
            """
            Laporan {ref}: musyawarah sudah menyetujui usulan data Anda. Usulan diteruskan ke kabupaten, lalu ke Kementerian Sosial.

            Ini belum berarti bantuan. Kami kabari setiap ada langkah baru.
            """);
        resident.Person.AssertNothingWentWrong();
    }

    /// <summary>The regency's list of the month, in which she is not.</summary>
    private async Task BringListAsync()
    {
        await using var rina = await AtDeskAsync("analyst");
        await rina.Page.GotoAsync("/registry/import");
        await rina.Page.Locator("[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "siks-ng.csv", MimeType = "text/csv", Buffer = TestLists.Csv(TestLists.Line("3204371203740001", "Ujang Koswara", village: "Ancolmekar", district: "Arjasari")),
        });
        await rina.Page.Locator("main form [type=submit]").ClickAsync();
        await rina.Page.Locator("[name=Source]").SelectOptionAsync("siks_ng");
        await rina.Page.Locator("[name=AsOf]").FillAsync("2026-11-01");
        await rina.Page.Locator("form[action*=Check] [type=submit]").ClickAsync();
        await StateAsync(rina, "Menunggu pilihan kolom", "Sudah diperiksa");
        await rina.Page.Locator("form[action*=Store] [type=submit]").ClickAsync();
        await StateAsync(rina, "Sudah diperiksa", "Tersimpan");
        rina.Person.AssertNothingWentWrong();
    }

    /// <summary>The program works through the list, and the page says so.</summary>
    private async Task StateAsync(StaffMember staff, string before, string after)
    {
        await Expect(staff.Page.Locator("#state strong")).Not.ToHaveTextAsync(before);
        await _program.RunJobsAsync();
        await staff.Page.ReloadAsync();
        await Expect(staff.Page.Locator("#state strong")).ToHaveTextAsync(after);
    }

    private async Task VisitAsync()
    {
        await using var dewi = await AtDeskAsync("facilitator", width: 360);
        await dewi.Page.GotoAsync($"/complaints/{_reference}/visit");
        await dewi.Page.Locator("[name=On]").FillAsync(Today);
        await dewi.Page.Locator("[name=Part]").SelectOptionAsync("noon");
        await dewi.Page.Locator("main form [type=submit]").ClickAsync();
        await FillAsync(dewi, "met", ("met.whom", "=resident"), ("met.day", Today));
        await FillAsync(dewi, "house", ("house.condition", "=heavy"), ("house.people", "1"));
        await dewi.Page.Locator("#need_what_food").CheckAsync();
        await FillAsync(dewi, "need", ("need.haste", "=week"), ("need.words", "Tinggal sendiri, tidak ada penghasilan."));
        await dewi.Page.Locator("#papers_seen_ktp").CheckAsync();
        await FillAsync(dewi, "papers");
        await FillAsync(dewi, "outcome", ("outcome.finding", "=as_told"), ("outcome.advice", "Usulkan masuk data."));
        await dewi.Page.Locator("form[action$='/send'] [type=submit]").ClickAsync();
        await Expect(dewi.Page.Locator("#reported")).ToBeVisibleAsync();
        dewi.Person.AssertNothingWentWrong();
    }

    private async Task ApproveAsync()
    {
        await using var sri = await AtDeskAsync("supervisor");
        await sri.Page.GotoAsync($"/visits/of/{_reference}");
        await sri.Page.Locator("#decide form:has([value=approve]) [type=submit]").ClickAsync();
        await Expect(sri.Page.Locator("#approved")).ToContainTextAsync("Keadaan sesuai laporan");
        sri.Person.AssertNothingWentWrong();
    }

    private async Task ProposeAsync()
    {
        await using var rina = await AtDeskAsync("analyst");
        await rina.Page.GotoAsync($"/complaints/{_reference}/check");
        await rina.Page.Locator("main form:last-of-type [type=submit]").ClickAsync();
        await Expect(rina.Page.Locator("#outcome strong")).ToHaveTextAsync("Tidak terdaftar");
        await rina.Page.GotoAsync($"/complaints/{_reference}");
        await rina.Page.Locator("#proposals a.btn").ClickAsync();
        await rina.Page.Locator("#p_nik").FillAsync("3204 3752 0338 0007");
        await rina.Page.Locator("#p_address").FillAsync("Kp. Cibeureum RT 03 RW 05");
        await rina.Page.Locator("#p_rejections_none").CheckAsync();
        await rina.Page.Locator("#p_why").FillAsync("Lansia tinggal sendiri, belum pernah terdata.");
        await rina.Page.Locator("main form [type=submit]").ClickAsync();
        await Expect(rina.Page.Locator("main dl.facts")).ToContainTextAsync("Usulan Pembaruan Data");
        rina.Person.AssertNothingWentWrong();
    }

    /// <summary>On the phone that lies on the table, and the paper that comes back signed.</summary>
    private async Task DeliberateAsync()
    {
        await using var nining = await AtDeskAsync("coordinator", width: 360);
        var page = nining.Page;
        await page.GotoAsync("/meetings");
        await page.Locator("#waiting a[href*='form=meeting']").ClickAsync();
        await page.Locator("[name=On]").FillAsync(Today);
        await page.Locator("[name=Place]").FillAsync("Balai Desa Ancolmekar");
        await page.Locator("main form [type=submit]").ClickAsync();
        foreach (var name in (string[])["Pak Ujang", "Bu Entin"])
        {
            // Unfolded as long as nobody is invited, folded from then on.
            await page.Locator("#guests details:has(#guest_name)").EvaluateAsync("details => { details.open = true; }");
            await page.Locator("#guest_name").FillAsync(name);
            await page.Locator("#guest_role").SelectOptionAsync("neighbourhood");
            await page.Locator("form[action*=Invite] [type=submit]").ClickAsync();
            await Expect(page.Locator("#presence")).ToContainTextAsync(name);
        }

        foreach (var there in await page.Locator("#presence [type=checkbox]").AllAsync())
        {
            await there.CheckAsync();
        }

        await page.Locator("#presence [type=submit]").ClickAsync();
        await Expect(page.Locator("#quorum")).ToContainTextAsync("2 dari 2");
        await page.Locator("#agenda details[open] [value=agree]").CheckAsync();
        await page.Locator("#agenda details[open] form[action*=Decide] [type=submit]").ClickAsync();
        await Expect(page.Locator("#missing")).ToHaveCountAsync(0);
        await page.Locator("form[action*=Close] [type=submit]").ClickAsync();
        await page.Locator("#attach_number").FillAsync("141/07/BA/2026");
        await page.Locator("#attach_file").SetInputFilesAsync(new FilePayload { Name = "berita-acara.jpg", MimeType = "image/jpeg", Buffer = SamplePictures.PhoneJpeg() });
        await page.Locator("#attach [type=submit]").ClickAsync();
        await Expect(page.Locator("#signed")).ToContainTextAsync("141/07/BA/2026");
        nining.Person.AssertNothingWentWrong();
    }

    private static async Task FillAsync(StaffMember staff, string section, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            await StaffMember.FillAsync(staff.Page.Locator($"#section-{section} [name='{field}']"), value);
        }

        await staff.Page.Locator($"#section-{section} form [type=submit]").ClickAsync();
        await Expect(staff.Page.Locator("main [role=status].done")).ToContainTextAsync("Tersimpan");
    }

    private Task<StaffMember> AtDeskAsync(string role, int width = 1280) => StaffMember.SignInAsync(browsers.NewcomerAsync(_program, width), role);
}
