using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;

namespace SlrtBot.TestKit;

/// <summary>Lists of the poverty data, brought in as an office does. Everybody in them is made up.</summary>
public static class TestLists
{
    public const string Regency = "32.04";

    public const string Header = "NIK;NOKK;Nama;Tanggal Lahir;Jenis Kelamin;Desa/Kelurahan;Kecamatan;Desil;PKH;Padan Dukcapil";

    /// <summary>A line of <see cref="Header"/>.</summary>
    public static string Line(
        string nik, string name, string born = "12/03/1974", string kk = "", string village = "Ciluncat", string district = "Cangkuang", string decile = "2", string pkh = "TIDAK", string matched = "YA") =>
        $"{nik};{kk};{name};{born};P;{village};{district};{decile};{pkh};{matched}";

    public static byte[] Csv(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", [Header, .. lines]) + "\r\n");

    public static StaffScope Analyst { get; } = TestData.Staff(Role.Analyst);

    public static Task<Outcome<ImportRun>> StartAsync(this TestDatabase database, byte[] file, string name = "daftar.csv", StaffScope? actor = null) =>
        database.Services.GetRequiredService<TakeList>().StartAsync(
            new MemoryStream(file),
            kept => database.ActAsync<StartImport>((act, by, ct) => act.DoAsync(new(kept, ImportKind.Registry, Regency, name), actor ?? Analyst, by, ct), actor),
            database.Clock.UtcNow, CancellationToken.None);

    public static Task<Outcome<ImportRun>> CheckAsync(
        this TestDatabase database, ImportRun run, string asOf = "2026-11-01", string source = "siks_ng", IReadOnlyDictionary<string, int>? columns = null) =>
        database.ActAsync<CheckImport>((act, by, ct) => act.DoAsync(
            new(new(run.Id, run.Version), columns ?? run.Places, new Dictionary<string, string> { [RegistryImport.Source] = source, [RegistryImport.AsOf] = asOf }), Analyst, by, ct));

    public static Task<Outcome<ImportRun>> StoreAsync(this TestDatabase database, ImportRun run) =>
        database.ActAsync<StoreImport>((act, by, ct) => act.DoAsync(new(run.Id, run.Version), Analyst, by, ct));

    public static Task<Outcome<ImportRun>> GiveUpAsync(this TestDatabase database, ImportRun run, string? reason = "Salah bulan") =>
        database.ActAsync<EndImport>((act, by, ct) => act.DoAsync(new(run.Id, run.Version), reason, Analyst, by, ct));

    /// <summary>The clock's job, once.</summary>
    /// <returns>The run as it is now.</returns>
    public static async Task<ImportRun> WorkAsync(this TestDatabase database, ImportRun run)
    {
        await database.Services.GetRequiredService<RunImportsJob>().RunAsync(CancellationToken.None);
        return await database.ReloadAsync(run);
    }

    public static async Task<ImportRun> ReloadAsync(this TestDatabase database, ImportRun run) =>
        await database.ReadAsync(async db => (await db.ImportRuns.FindAsync(run.Id))!);

    /// <summary>From the file to the tables.</summary>
    public static async Task<ImportRun> ImportAsync(this TestDatabase database, byte[] file, string asOf = "2026-11-01", string source = "siks_ng")
    {
        var run = (await database.StartAsync(file)).Value;
        await database.CheckAsync(run, asOf, source);
        await database.StoreAsync(await database.WorkAsync(run));
        return await database.WorkAsync(run);
    }

    private static Task<Outcome<ImportRun>> ActAsync<TAct>(
        this TestDatabase database, Func<TAct, Provenance, CancellationToken, Task<Outcome<ImportRun>>> act, StaffScope? actor = null)
        where TAct : notnull
    {
        var by = Provenance.Staff((actor ?? Analyst).StaffId, database.Clock.UtcNow);
        return database.Units.RunAsync<TAct, ImportRun>((found, ct) => act(found, by, ct), CancellationToken.None);
    }
}
