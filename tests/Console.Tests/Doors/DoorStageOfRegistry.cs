using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Vanished;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <content>Lists of the poverty data, and people in them.</content>
internal sealed partial class DoorStage
{
    /// <summary>Stands in every list, and is no resident of any complaint.</summary>
    private const string Listed = "Oneng Kartikasari";

    private static int _lists;

    /// <summary>No two are the same file.</summary>
    public static byte[] List(string nik, string name = Listed, string wrong = "12") => TestLists.Csv(
        TestLists.Line(nik, name), TestLists.Line(wrong, "Salah Nomor"), TestLists.Line($"32043752{Interlocked.Increment(ref _lists):D8}", "Orang Lain", village: "Soreang", district: "Soreang"));

    public async Task<Scene> UploadedAsync() => Of(await StartAsync(List("3204375203749999")));

    public async Task<Scene> CheckedListAsync() => Of(await CheckedAsync(List("3204375203749999")));

    public async Task<Scene> StoredListAsync() => Of(await StoredAsync(List("3204375203749998")));

    /// <summary>Somebody in the list is called as the resident is, and nobody has said whether it is the same person.</summary>
    public async Task<Scene> DoubtfulAsync()
    {
        await StoredAsync(List("3204375203740001", Reporter));
        var complaint = await site.ReviewAsync(await site.LodgeAsync(name: Reporter, village: "32.04.44.2002"));
        var analyst = TestData.Staff(Role.Manager, readsSensitive: true);
        var found = await RunAsync<CheckComplaint, CheckSheet>(analyst, (act, by, cancel) => act.DoAsync(complaint.Id, analyst, by, cancel));
        return Of(complaint).With("entry", $"{found.Pairs[0].Candidate.Entry.Id}");
    }

    /// <summary>Nobody like the resident was in the list, and somebody is in the next one.</summary>
    public async Task<Scene> ChangedAsync()
    {
        await StoredAsync(List("3204375203740002"));
        var complaint = await site.ReviewAsync(await site.LodgeAsync(name: Reporter, village: "32.04.44.2002"));
        var analyst = TestData.Staff(Role.Manager, readsSensitive: true);
        await RunAsync<CheckComplaint, CheckSheet>(analyst, (act, by, cancel) => act.DoAsync(complaint.Id, analyst, by, cancel));
        await StoredAsync(List("3204375203740003", Reporter));
        await site.Services.GetRequiredService<RecheckJob>().RunAsync(CancellationToken.None);
        var change = await site.ReadAsync(db => db.Rechecks.SingleAsync(r => r.ComplaintId == complaint.Id));
        return Of(complaint).With("change", $"{change.Id}").With("version", $"{change.Version}");
    }

    /// <summary>Somebody was in the list, and is not in the next one.</summary>
    public async Task<Scene> VanishedAsync()
    {
        var nik = $"32043751{Interlocked.Increment(ref _lists):D8}";
        await StoredAsync(List(nik, "Cicih Sukaesih"));
        await StoredAsync(List("3204375203740004"));
        await site.Services.GetRequiredService<CompareListsJob>().RunAsync(CancellationToken.None);
        var family = await site.ReadAsync(db => db.VanishedFamilies.Where(v => v.VillageCode == "32.04.44.2002" && v.EndedAt == null).OrderByDescending(v => v.Id).FirstAsync());
        return Nothing().With("family", $"{family.Id}").With("version", $"{family.Version}").With("personal", "Cicih Sukaesih");
    }

    private Scene Of(ImportRun run) => Nothing().With("id", $"{run.Id}").With("version", $"{run.Version}");

    private async Task<ImportRun> StartAsync(byte[] list)
    {
        var analyst = TestData.Staff(Role.Analyst);
        return (await site.Services.GetRequiredService<TakeList>().StartAsync(
            new MemoryStream(list),
            async kept => await RunAsync<StartImport, ImportRun>(analyst, (act, by, cancel) => act.DoAsync(new(kept, ImportKind.Registry, "32.04", "daftar.csv"), analyst, by, cancel)),
            site.Clock.UtcNow, CancellationToken.None)).Value;
    }

    private async Task<ImportRun> CheckedAsync(byte[] list)
    {
        var (run, analyst) = (await StartAsync(list), TestData.Staff(Role.Analyst));
        var terms = new Dictionary<string, string> { [RegistryImport.Source] = "siks_ng", [RegistryImport.AsOf] = $"{site.Clock.UtcNow:yyyy-MM-dd}" };
        await RunAsync<CheckImport, ImportRun>(analyst, (act, by, cancel) => act.DoAsync(new(new(run.Id, run.Version), run.Places, terms), analyst, by, cancel));
        return await WorkedAsync(run);
    }

    private async Task<ImportRun> StoredAsync(byte[] list)
    {
        var (run, analyst) = (await CheckedAsync(list), TestData.Staff(Role.Analyst));
        await RunAsync<StoreImport, ImportRun>(analyst, (act, by, cancel) => act.DoAsync(new(run.Id, run.Version), analyst, by, cancel));
        return await WorkedAsync(run);
    }

    private async Task<ImportRun> WorkedAsync(ImportRun run)
    {
        await site.Services.GetRequiredService<RunImportsJob>().RunAsync(CancellationToken.None);
        return await site.ReadAsync(db => db.ImportRuns.SingleAsync(r => r.Id == run.Id));
    }
}
