using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Slice;

/// <summary>
/// A case that the village cannot solve climbs from desk to desk to the centre, which returns a question; one desk sleeps on the way, the
/// promise passes, and the resident has it raised. The walk of docs/tasks.md over two weeks, through real screens and the resident's
/// phone, who reads these messages and no other. Nothing is put into the database in between.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ComplaintClimbsToTheCentreTests(Browsers browsers)
{
    private const string Village = """
        Kunjungan ke rumah.
        Sekarang di meja: Fasilitator desa, Puskesos Desa Ancolmekar.
        Selanjutnya: petugas desa datang ke rumah untuk melihat keadaan.
        """;

    private const string Supervisor = """
        Dilihat petugas kecamatan.
        Sekarang di meja: Supervisor kecamatan, Kec. Arjasari.
        Selanjutnya: petugas kecamatan memeriksa laporan dan menentukan langkahnya.
        """;

    private const string Manager = """
        Menunggu keputusan kabupaten.
        Sekarang di meja: Manajer kabupaten, SLRT Kabupaten Bandung.
        Selanjutnya: pimpinan di kabupaten memutuskan langkah berikutnya.
        """;

    private const string Centre = """
        Menunggu keputusan kabupaten.
        Sekarang dikerjakan Sekretariat Nasional SLRT.
        Selanjutnya: pimpinan di kabupaten memutuskan langkah berikutnya.
        """;

    private const string Promised = "Jawaban paling lambat Senin, 30 November 2026.";
    private const string Passed = "Maaf, janji kami untuk menjawab paling lambat Senin, 30 November 2026 sudah lewat.";
    private const string NothingToDo = "Anda tidak perlu melakukan apa-apa sekarang.";
    private const string VisitComes = "Kunjungan ke rumah: Selasa, 24 November 2026, siang. Kalau tidak bisa, balas «tidak bisa».";
    private const string VisitIsOver = "Kunjungan ke rumah Selasa, 24 November 2026 belum tercatat hasilnya. Kalau petugas belum datang, tulis «petugas».";
    private const string AtManager = "Laporan {ref}: Laporan Anda menunggu keputusan di kabupaten.";

    /// <summary>Where the demo's facilitator and supervisor work.</summary>
    private static readonly Told FromTheVillage = new() { Place = "Kp. Cibeureum RT 03 RW 05, Desa Ancolmekar", District = null };

    private readonly StageClock _clock = new();
    private RunningProgram _program = null!;
    private Resident _resident = null!;
    private string _reference = null!;

    // Two weeks take a minute and a half: on PostgreSQL DeskAsleepTests walk them over the acts.
    [BrowserTheory]
    [OnSqlite]
    public async Task What_the_village_cannot_solve_climbs_past_a_desk_that_sleeps_and_its_resident_reads_where_it_is(DatabaseProvider provider)
    {
        await using var program = _program = await RunningProgram.StartAsync(provider, _clock);
        await using var resident = _resident = await Resident.OpenAsync(browsers.NewcomerAsync(program, width: 360));
        await LodgeAsync();
        await VillageHandsItUpAsync();
        await SupervisorSleepsAsync();
        await PromisePassesAsync();
        await EachDeskAcceptsAsync();
        await CentreAsksAsync();
        await CentreAnswersAsync();
        resident.Person.AssertNothingWentWrong();
    }

    /// <summary>Monday, 23 November, 09.00.</summary>
    private async Task LodgeAsync()
    {
        _reference = await _resident.LodgeAsync(FromTheVillage);
        await _resident.ReadAsync(Lodging.Messages);
        await StandsAsync(
            """
            Diterima.
            Sekarang di meja: Penerima laporan, SLRT Kabupaten Bandung.
            Selanjutnya: petugas membaca laporan Anda dan menentukan langkahnya.
            """, Promised, NothingToDo);
    }

    private async Task VillageHandsItUpAsync()
    {
        await using var asep = await AtDeskAsync("facilitator", width: 360);
        await asep.Page.GotoAsync("/tasks?list=desk");
        await asep.OpenAsync(_reference);
        await asep.Page.Locator("form[action$='/assign'] [type=submit]").ClickAsync();
        await Expect(asep.Page.Locator("form[action$='/assign'] [name=Take][value=false]")).ToHaveCountAsync(1);
        await asep.Page.GotoAsync($"/complaints/{_reference}/visit");
        await asep.Page.Locator("[name=On]").FillAsync("2026-11-24");
        await asep.Page.Locator("[name=Part]").SelectOptionAsync("noon");
        await asep.Page.Locator("main form [type=submit]").ClickAsync();
        await _resident.ReadAsync(
            """
            Laporan {ref}: petugas akan datang ke rumah Anda, Selasa, 24 November 2026, siang.

            Yang datang: Fasilitator desa, Fasilitator desa. Gratis, jangan beri uang. Kalau ada, siapkan KTP dan KK.

            Kalau tidak bisa hari itu, balas «tidak bisa».
            """);
        await asep.HandOnAsync(_reference, "district", "Atapnya roboh, desa tidak punya anggaran.");
        await Expect(asep.Page.Locator("main")).ToContainTextAsync("belum diterima");
        await StandsAsync(Village, Promised, NothingToDo, VisitComes);
        asep.Person.AssertNothingWentWrong();
    }

    /// <summary>Until Friday she does not look, and the manager is asked.</summary>
    private async Task SupervisorSleepsAsync()
    {
        await DaysPassAsync(1);
        await StandsAsync(Village, Promised, NothingToDo, VisitComes);
        foreach (var _ in (string[])["Wednesday", "Thursday"])
        {
            await DaysPassAsync(1);
            await StandsAsync(Village, Promised, NothingToDo, VisitIsOver);
        }

        await using (var sri = await AtDeskAsync("supervisor"))
        {
            await sri.OpenHandoverAsync(_reference);
            await Expect(sri.Page.Locator("main")).ToContainTextAsync("Atapnya roboh, desa tidak punya anggaran.");
        }

        await DaysPassAsync(1);
        await StandsAsync(Village, Promised, NothingToDo, VisitIsOver);
        await using var maman = await AtDeskAsync("manager");
        await maman.OpenHandoverAsync(_reference);
        await Expect(maman.Page.Locator("main")).ToContainTextAsync("Meja sebelumnya tidak menerima");
        await using var late = await AtDeskAsync("supervisor");
        await late.Page.GotoAsync("/tasks?list=desk");
        await Expect(late.Page.Locator("#list")).Not.ToContainTextAsync(_reference);
    }

    /// <summary>Monday, 30 November, from noon; and the morning after.</summary>
    private async Task PromisePassesAsync()
    {
        await DaysPassAsync(3);
        await StandsAsync(Village, Promised, NothingToDo, VisitIsOver);
        await DaysPassAsync(0, hour: 12);
        await _resident.ReadAsync(
            """
            Kabar laporan {ref}: hari ini batas janji kami untuk menjawab, dan petugas masih mengerjakannya. Maaf, jawabannya mungkin terlambat.

            Kalau besok belum ada jawaban, tulis «naikkan» supaya atasannya melihat.
            """);
        await DaysPassAsync(1);
        await StandsAsync(Village, Passed, NothingToDo, VisitIsOver);
        await _resident.SayAsync("naikkan");
        await _resident.ReadAsync(
            "Sudah saya naikkan. Atasan petugas sekarang melihat bahwa laporan {ref} lewat dari janji Senin, 30 November 2026. Anda tidak perlu melakukan apa-apa sekarang; kabarnya datang di sini.");
        await StandsAsync(Village, Passed, "Permintaan Anda untuk dipercepat sudah sampai ke atasan petugas.", VisitIsOver);
    }

    /// <summary>The manager, who wants to hear the supervisor, who wakes; each on another day.</summary>
    private async Task EachDeskAcceptsAsync()
    {
        await using (var maman = await AtDeskAsync("manager"))
        {
            await maman.Page.GotoAsync("/queue?view=raised");
            await Expect(maman.Row(_reference)).ToHaveCountAsync(1);
            await maman.AcceptAsync(_reference, "Meja sebelumnya tidak menerima");
            await _resident.ReadAsync(AtManager, "Laporan {ref}: kunjungan Selasa, 24 November 2026 tidak jadi. Laporan Anda tetap berjalan, dan kami kabari langkah berikutnya.");
            await StandsAsync(Manager, Passed, NothingToDo);
            await maman.HandOnAsync(_reference, "district", "Mohon dilihat sendiri ke rumahnya.");
            maman.Person.AssertNothingWentWrong();
        }

        await DaysPassAsync(1);
        await StandsAsync(Manager, Passed, NothingToDo);
        await using (var sri = await AtDeskAsync("supervisor"))
        {
            await sri.AcceptAsync(_reference, "Mohon dilihat sendiri ke rumahnya.");
            await _resident.ReadAsync("Laporan {ref}: Laporan Anda sedang dilihat petugas kecamatan.");
            await StandsAsync(Supervisor, Passed, NothingToDo);
            await sri.HandOnAsync(_reference, "manager", "Benar roboh. Perlu keputusan kabupaten.");
            sri.Person.AssertNothingWentWrong();
        }

        await DaysPassAsync(1);
        await StandsAsync(Supervisor, Passed, NothingToDo);
    }

    /// <summary>The centre has no account; it answers over a link that names nobody, and its question is the manager's task.</summary>
    private async Task CentreAsksAsync()
    {
        await using var maman = await AtDeskAsync("manager");
        await maman.AcceptAsync(_reference, "Benar roboh. Perlu keputusan kabupaten.");
        await _resident.ReadAsync(AtManager);
        await using var centre = await HandToCentreAsync(maman, "Apakah rumah ini bisa masuk program nasional?");
        await StandsAsync(Manager, Passed, NothingToDo);
        await centre.AnswerAsync("accept");
        await StandsAsync(Centre, Passed, NothingToDo);
        await centre.AnswerAsync("return", "Berapa orang tinggal di rumah itu?");
        await Expect(centre.Main.Locator("#over")).ToContainTextAsync("Pertanyaan Anda sudah kami terima");
        await StandsAsync(Manager, Passed, NothingToDo);
        await maman.OpenHandoverAsync(_reference, "mine");
        await Expect(maman.Page.Locator("main")).ToContainTextAsync("Berapa orang tinggal di rumah itu?");
        await maman.Page.GotoAsync($"/complaints/{_reference}");
        await maman.MoveAsync("ask_resident", ("Message", "Berapa orang tinggal di rumah itu?"));
        await _resident.ReadAsync(
            """
            Laporan {ref}: Kami butuh keterangan tambahan dari Anda. Mohon jawab pertanyaan petugas.

            Petugas bertanya: Berapa orang tinggal di rumah itu?

            Balas di sini.
            """);
        await _resident.SayAsync("Lima orang.");
        await _resident.ReadAsync("Terima kasih. Jawaban Anda untuk laporan {ref} sudah diteruskan ke petugas. Tidak ada lagi yang perlu Anda lakukan sekarang.");
        maman.Person.AssertNothingWentWrong();
        centre.Person.AssertNothingWentWrong();
    }

    private async Task CentreAnswersAsync()
    {
        await DaysPassAsync(1);
        await using (var analyst = await AtDeskAsync("analyst"))
        {
            await analyst.AnalyseAsync(_reference);
            await analyst.MoveAsync("propose", ("Note", "Lima orang, satu lansia."));
            await _resident.ReadAsync(AtManager);
            analyst.Person.AssertNothingWentWrong();
        }

        await using var maman = await AtDeskAsync("manager");
        await using var centre = await HandToCentreAsync(maman, "Lima orang. Apakah bisa?");
        await centre.AnswerAsync("accept");
        await centre.AnswerAsync("answer", "Bisa, mulai Januari.");
        await DaysPassAsync(3);
        await StandsAsync(Manager, Passed, NothingToDo);
        await using var decides = await AtDeskAsync("manager");
        await decides.OpenHandoverAsync(_reference, "mine");
        await Expect(decides.Page.Locator("main")).ToContainTextAsync("Bisa, mulai Januari.");
        await decides.Page.GotoAsync($"/complaints/{_reference}");
        await decides.MoveAsync("serve_directly", ("Message", "Rumah Anda diperbaiki mulai Januari."));
        await _resident.ReadAsync(
            """
            Laporan {ref}: Laporan Anda sudah selesai dilayani petugas.

            Pesan petugas: Rumah Anda diperbaiki mulai Januari.
            """);
        decides.Person.AssertNothingWentWrong();
    }

    private async Task<OutsideOffice> HandToCentreAsync(StaffMember maman, string words)
    {
        await maman.HandOnAsync(_reference, "centre", words);
        var office = await OutsideOffice.OpenAsync(browsers.NewcomerAsync(_program, width: 1280), await maman.Page.Locator("[data-link]").InnerTextAsync());
        await Expect(office.Main).ToContainTextAsync(words);
        await Expect(office.Main).Not.ToContainTextAsync("Siti Aminah");
        return office;
    }

    private Task<StaffMember> AtDeskAsync(string role, int width = 1280) => StaffMember.SignInAsync(browsers.NewcomerAsync(_program, width), role);

    private async Task DaysPassAsync(int days, int hour = 9)
    {
        _clock.Pass(days, hour);
        await _program.RunJobsAsync();
    }

    /// <summary>The resident asks, and reads at whose desk it is, by when, what is to be done, and what else.</summary>
    private async Task StandsAsync(params string[] lines)
    {
        await _resident.SayAsync("cek");
        await _resident.ReadAsync($"Laporan {{ref}}: {string.Join('\n', lines)}");
    }
}
