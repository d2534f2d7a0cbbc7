using Microsoft.Playwright;
using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>
/// A case that the village cannot solve climbs from desk to desk to the centre, which returns a question. The walk of docs/tasks.md,
/// through real screens and the resident's phone; nothing is put into the database in between.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ComplaintClimbsToTheCentreTests(Browsers browsers)
{
    /// <summary>Where the demo's facilitator and supervisor work.</summary>
    private static readonly Told FromTheVillage = new() { Place = "Kp. Cibeureum RT 03 RW 05, Desa Ancolmekar", District = null };

    [BrowserTheory]
    [OnSqlite]
    [OnPostgres]
    public async Task What_the_village_cannot_solve_climbs_and_its_resident_reads_where_it_is(DatabaseProvider provider)
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(provider, width: 360));
        var reference = await resident.LodgeAsync(FromTheVillage);

        // Act, Assert: the village takes it from its own list, begins with a visit, and hands it up
        await using var asep = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 360), "facilitator");
        await asep.Page.GotoAsync("/tasks?list=desk");
        await asep.OpenAsync(reference);
        await asep.Page.Locator("form[action$='/assign'] [type=submit]").ClickAsync();
        await Expect(asep.Page.Locator("form[action$='/assign'] [name=Take][value=false]")).ToHaveCountAsync(1);
        await asep.Page.GotoAsync($"/complaints/{reference}/visit");
        await asep.Page.Locator("[name=Part]").SelectOptionAsync("noon");
        await asep.Page.Locator("main form [type=submit]").ClickAsync();
        await resident.HearAsync("petugas akan datang ke rumah Anda");
        await resident.SayAsync("cek");
        await resident.HearAsync("Fasilitator desa");
        await HandOnAsync(asep, reference, "district", "Atapnya roboh, desa tidak punya anggaran.");
        await Expect(asep.Page.Locator("main")).ToContainTextAsync("belum diterima");

        // Act, Assert: the supervisor finds it among her tasks, accepts, and hands it to the manager
        await using var sri = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 1280), "supervisor");
        await AcceptAsync(sri, reference, "Atapnya roboh, desa tidak punya anggaran.");
        await resident.SayAsync("cek");
        await resident.HearAsync("Supervisor kecamatan");
        await HandOnAsync(sri, reference, "manager", "Perlu keputusan kabupaten.");
        await using var maman = await StaffMember.SignInAsync(browsers.NewcomerAsync(provider, width: 1280), "manager");
        await AcceptAsync(maman, reference, "Perlu keputusan kabupaten.");

        // Act, Assert: the centre has no account; it answers over a link that names nobody
        await HandOnAsync(maman, reference, "centre", "Apakah rumah ini bisa masuk program nasional?");
        var handover = new Uri(maman.Page.Url).AbsolutePath;
        var link = await maman.Page.Locator("[data-link]").InnerTextAsync();
        await using var centre = await browsers.NewcomerAsync(provider, width: 1280);
        await centre.Page.GotoAsync(new Uri(link, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } whole ? whole.PathAndQuery : link);
        await Expect(centre.Page.Locator("main")).ToContainTextAsync("Apakah rumah ini bisa masuk program nasional?");
        await Expect(centre.Page.Locator("main")).Not.ToContainTextAsync("Siti Aminah");
        await AnswerAsync(centre, "accept", null);
        await resident.SayAsync("cek");
        await resident.HearAsync("Sekretariat Nasional SLRT");
        await AnswerAsync(centre, "return", "Berapa orang tinggal di rumah itu?");
        await Expect(centre.Page.Locator("#over")).ToContainTextAsync("Pertanyaan Anda sudah kami terima");

        // Act, Assert: the question is the manager's task; he asks the resident, who answers
        await maman.Page.GotoAsync("/tasks");
        await maman.Page.Locator($"#list a[href='{handover}']").ClickAsync();
        await Expect(maman.Page.Locator("main")).ToContainTextAsync("Berapa orang tinggal di rumah itu?");
        await maman.Page.GotoAsync($"/complaints/{reference}");
        await maman.MoveAsync("ask_resident", ("Message", "Berapa orang tinggal di rumah itu?"));
        await resident.HearAsync("Petugas bertanya: Berapa orang tinggal di rumah itu?");
        await resident.SayAsync("Lima orang.");
        await resident.HearAsync("sudah diteruskan ke petugas");
        await maman.Page.GotoAsync("/tasks");
        await Expect(maman.Page.Locator($"#list a[href='{handover}']")).ToHaveCountAsync(0);
        foreach (var person in new[] { resident.Person, asep.Person, sri.Person, maman.Person, centre })
        {
            person.AssertNothingWentWrong();
        }
    }

    private static async Task HandOnAsync(StaffMember staff, string reference, string desk, string words)
    {
        await staff.Page.GotoAsync($"/complaints/{reference}/hand-on");
        await staff.Page.Locator("[name=To]").SelectOptionAsync(desk);
        await staff.Page.Locator("[name=Reason]").SelectOptionAsync("cannot_solve");
        await staff.Page.Locator("[name=Words]").FillAsync(words);
        await staff.Page.Locator("main form [type=submit]").ClickAsync();
        await Expect(staff.Page.Locator("h1")).ToHaveTextAsync("Serah terima");
    }

    private static async Task AcceptAsync(StaffMember staff, string reference, string asked)
    {
        await staff.Page.GotoAsync("/tasks?list=desk");
        await staff.Page.Locator("#list tr", new PageLocatorOptions { HasText = reference }).Locator("a.go").ClickAsync();
        await Expect(staff.Page.Locator("main")).ToContainTextAsync(asked);
        await staff.Page.Locator("form:has(input[name=Verb][value=accept]) [type=submit]").ClickAsync();
        await Expect(staff.Page.Locator("#head .mono").First).ToHaveTextAsync(reference);
    }

    private static async Task AnswerAsync(Person centre, string verb, string? words)
    {
        await centre.Page.Locator("[name=Who]").FillAsync("Rina, analis Sekretariat Nasional");
        if (words is not null)
        {
            await centre.Page.Locator("[name=Words]").FillAsync(words);
        }

        await centre.Page.Locator($"button[value={verb}]").ClickAsync();
        await Expect(centre.Page.Locator("main [role=status].done")).ToBeVisibleAsync();
    }
}
