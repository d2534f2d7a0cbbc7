using Microsoft.Playwright;
using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>
/// The walk of docs/visits.md, through real screens and the resident's phone: planned, moved since the resident cannot, filled with photos, sent,
/// returned, corrected, approved by another. Nothing is put into the database in between.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class VisitToTheHouseTests(Browsers browsers)
{
    private static readonly Told FromTheVillage = new() { Place = "Kp. Cibeureum RT 03 RW 05, Desa Ancolmekar", District = null };

    private static string Today => $"{LocalDay.Of(TimeProvider.System.GetUtcNow().UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")):yyyy-MM-dd}";

    [BrowserTheory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_visit_is_planned_filled_returned_corrected_and_approved_and_its_resident_reads_each_step(DatabaseProvider provider)
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(provider, width: 360));
        var reference = await resident.LodgeAsync(FromTheVillage);
        await using var dewi = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 360), "facilitator");

        // Act, Assert: the facilitator plans it from her village's list, and the resident reads day and name
        await dewi.Page.GotoAsync($"/complaints/{reference}");
        await dewi.Page.Locator("#visits a[href$='/visit']").ClickAsync();
        await dewi.Page.Locator("[name=Part]").SelectOptionAsync("morning");
        await dewi.Page.Locator("[name=Note]").FillAsync("Lihat kuda-kuda atap.");
        await dewi.Page.Locator("main form [type=submit]").ClickAsync();
        await Expect(dewi.Page.Locator("main [role=status].done")).ToContainTextAsync("Kunjungan direncanakan");
        var visit = new Uri(dewi.Page.Url).AbsolutePath;
        await resident.HearAsync("petugas akan datang ke rumah Anda");
        await resident.HearAsync("Fasilitator");

        // Act, Assert: the resident cannot on that day; she reads it on her list, and moves it
        await resident.PressAsync("Tidak bisa hari itu");
        await resident.HearAsync("Petugas sudah kami beri tahu");
        await dewi.Page.GotoAsync("/visits");
        await dewi.Page.GotoAsync(visit);
        await Expect(dewi.Page.Locator("header .badge-s.bad")).ToHaveTextAsync("Warga tidak bisa hari itu");
        await dewi.Page.Locator("#moves summary").First.ClickAsync();
        await dewi.Page.Locator("#move_on").FillAsync(Today);
        await dewi.Page.Locator("#move_part").SelectOptionAsync("afternoon");
        await dewi.Page.Locator("form[action$='/move'] [type=submit]").ClickAsync();
        await resident.HearAsync("pindah ke");

        // Act, Assert: short sections, each saved by itself; a photo with the device's position, one with a pin
        await FillAsync(dewi, "met", ("met.whom", "=resident"), ("met.day", Today));
        await FillAsync(dewi, "house", ("house.condition", "=heavy"), ("house.people", "5"));
        await dewi.Page.Locator("#need_what_house").CheckAsync();
        await FillAsync(dewi, "need", ("need.haste", "=week"), ("need.words", "Atap bocor."));
        await dewi.Page.Locator("#papers_seen_ktp").CheckAsync();
        await FillAsync(dewi, "papers");
        await dewi.Page.Context.GrantPermissionsAsync(["geolocation"]);
        await dewi.Page.Context.SetGeolocationAsync(new Geolocation { Latitude = -7.0712f, Longitude = 107.6123f, Accuracy = 14 });
        await PhotoAsync(dewi, null);
        await Expect(dewi.Page.Locator("#photos")).ToContainTextAsync("±14 m");
        await PhotoAsync(dewi, "-7.0715, 107.6125");
        await Expect(dewi.Page.Locator("#photos li")).ToHaveCountAsync(2);
        await Expect(dewi.Page.Locator("#photos img").First).ToHaveJSPropertyAsync("complete", true);

        // Act, Assert: what is missing is named, then it goes
        await SendAsync(dewi);
        await Expect(dewi.Page.Locator("[data-errors]")).ToContainTextAsync("Usulan langkah berikutnya");
        await FillAsync(dewi, "outcome", ("outcome.finding", "=as_told"), ("outcome.advice", "Usulkan perbaikan rumah."));
        await SendAsync(dewi);
        await Expect(dewi.Page.Locator("#reported")).ToContainTextAsync("Belum berlaku");
        await resident.HearAsync("sedang dilihat petugas kecamatan");

        // Act, Assert: the supervisor returns it from her tasks
        await using var sri = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 1280), "supervisor");
        await sri.Page.GotoAsync("/tasks?list=desk");
        await sri.Page.Locator("#list tr", new PageLocatorOptions { HasText = reference }).Locator("a.go").ClickAsync();
        await Expect(sri.Page.Locator("main")).ToContainTextAsync("Atap bocor.");
        await sri.Page.Locator("#decide summary", new PageLocatorOptions { HasText = "Kembalikan" }).ClickAsync();
        await sri.Page.Locator("#reason_incomplete").CheckAsync();
        await sri.Page.Locator("#return_words").FillAsync("Berapa kamar yang bocor?");
        await sri.Page.Locator("#decide form:has([value=return]) [type=submit]").ClickAsync();
        await Expect(sri.Page.Locator("main [role=status].done")).ToContainTextAsync("dikembalikan");
        await resident.HearAsync("hasil kunjungan sedang dilengkapi");

        // Act, Assert: it is the facilitator's task again, with the reasons on top; she corrects one section
        await dewi.Page.GotoAsync("/tasks");
        await dewi.Page.Locator("#list tr", new PageLocatorOptions { HasText = reference }).Locator("a.go").ClickAsync();
        await Expect(dewi.Page.Locator(".note.bad")).ToContainTextAsync("Berapa kamar yang bocor?");
        await dewi.Page.Locator("#section-need summary").ClickAsync();
        await FillAsync(dewi, "need", ("need.words", "Atap bocor di tiga kamar."));
        await SendAsync(dewi);
        await Expect(dewi.Page.Locator("#reported")).ToBeVisibleAsync();

        // Act, Assert: another approves; what stood there before is shown, and the reasons stay
        await using var maman = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 1280), "manager");
        await maman.Page.GotoAsync(visit);
        await Expect(maman.Page.Locator("main s")).ToHaveTextAsync("Atap bocor.");
        await maman.Page.Locator("#decide form:has([value=approve]) [type=submit]").ClickAsync();
        await Expect(maman.Page.Locator("#approved")).ToContainTextAsync("Keadaan sesuai laporan");
        await resident.HearAsync("Petugas sedang memeriksa laporan Anda");
        await maman.Page.GotoAsync($"/complaints/{reference}");
        await Expect(maman.Page.Locator("#visits")).ToContainTextAsync("Berapa kamar yang bocor?");
        foreach (var person in new[] { resident.Person, dewi.Person, sri.Person, maman.Person })
        {
            person.AssertNothingWentWrong("422");
        }
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

    private static async Task PhotoAsync(StaffMember staff, string? pin)
    {
        await staff.Page.Locator("[name=Photo][type=file]").SetInputFilesAsync(new FilePayload { Name = "rumah.jpg", MimeType = "image/jpeg", Buffer = pin is null ? SamplePictures.PhoneJpeg() : SamplePictures.PhonePng() });
        if (pin is null)
        {
            await staff.Page.Locator("[data-locate]").ClickAsync();
            await Expect(staff.Page.Locator("[data-located]")).ToContainTextAsync("±14 m");
        }
        else
        {
            await staff.Page.Locator("#photo_pin").FillAsync(pin);
        }

        await staff.Page.Locator("[data-visit-photo] [type=submit]").ClickAsync();
        await Expect(staff.Page.Locator("main [role=status].done")).ToContainTextAsync("Foto ditambahkan");
    }

    private static Task SendAsync(StaffMember staff) => staff.Page.Locator("form[action$='/send'] [type=submit]").ClickAsync();
}
