using System.Globalization;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Imports;

/// <summary>A list on its way in: looked at, checked, stored piece by piece, resumed, given up, taken back.</summary>
public sealed class ImportRunTests
{
    private const int Rows = 1300;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_list_is_checked_first_and_stored_when_somebody_says_so(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var run = (await database.StartAsync(TestLists.Csv(
            TestLists.Line("3204371203749999", "Siti Contoh", kk: "3204370101100001"),
            TestLists.Line("3,20437E+15", "Ujang Contoh"),
            TestLists.Line("3204371203749999", "Siti Sekali Lagi"),
            TestLists.Line("3204375203749999", "Euis Contoh", village: "Desa Entah"),
            TestLists.Line("", "Tanpa Nomor"),
            TestLists.Line("3204375203749998", "Asep Contoh", born: "31/02/1974")))).Value;
        Assert.Equal((ImportState.Uploaded, 1), (run.State, run.HeaderRow));

        await database.CheckAsync(run);
        run = await database.WorkAsync(run);
        Assert.Equal((ImportState.Checked, 6, 5, 0), (run.State, run.Rows, run.Wrong, run.StoredRows));
        Assert.Equal(0, await database.ReadAsync(db => db.RegistryEntries.CountAsync()));
        await using (var scope = database.Services.CreateAsyncScope())
        {
            var wrong = scope.ServiceProvider.GetRequiredService<ImportQueries>().Wrong(run).ToList();
            Assert.Equal(
                [(3, "list_number_shortened"), (4, "registry_nik_twice"), (5, "registry_village_unknown"), (6, "registry_no_number"), (7, "registry_born_unread")],
                wrong.Select(w => (w.Row.Row.Number, w.Problems.Single().Code)));
        }

        await database.StoreAsync(run);
        run = await database.WorkAsync(run);
        Assert.Equal((ImportState.Stored, 1), (run.State, run.StoredRows));
        var entry = await database.ReadAsync(db => db.RegistryEntries.SingleAsync());
        Assert.Equal(("32.04.44.2002", 2), (entry.AreaCode, entry.Decile));
        var snapshot = await database.ReadAsync(db => db.RegistrySnapshots.SingleAsync());
        Assert.Equal((run.Id, RegistrySource.SiksNg, new DateOnly(2026, 11, 1), 1), (snapshot.Id, snapshot.Source, snapshot.AsOf, snapshot.Rows));
        Assert.Equal(
            ["import.started", "import.checking", "import.checked", "import.storing", "import.stored"],
            await database.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == run.Id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Cut_off_at_any_row_and_resumed_it_is_what_it_would_have_been(DatabaseProvider provider)
    {
        var file = Many();
        await using var whole = await TestData.WithAreasAsync(provider);
        await whole.ImportAsync(file);
        var expected = await RowsAsync(whole);
        Assert.Equal(Rows - (Rows / 10), expected.Count);

        var stop = new StopAt();
        await using var database = await TestData.WithAreasAsync(provider, services => services.AddSingleton<ListImport>(s =>
            new StoppingImport(ActivatorUtilities.CreateInstance<RegistryImport>(s), stop)).RemoveAllButLast());
        await Gen.Int[1, Rows].SampleAsync(
            async at =>
            {
                var run = (await database.StartAsync(file)).Value;
                await database.CheckAsync(run);
                await database.StoreAsync(await database.WorkAsync(run));
                stop.Row = at;
                run = await database.WorkAsync(run);
                Assert.Equal(ImportState.Storing, run.State);
                stop.Row = null;
                run = await database.WorkAsync(run);
                Assert.Equal(ImportState.Stored, run.State);
                Assert.Equal(expected, await RowsAsync(database));

                // Undone, nothing is left of it: the next one starts from the same.
                await database.GiveUpAsync(run);
                run = await database.WorkAsync(run);
                Assert.Equal((ImportState.TakenBack, 0), (run.State, run.StoredRows));
                Assert.Equal(0, await database.ReadAsync(db => db.RegistryEntries.CountAsync()));
                Assert.Equal(0, await database.ReadAsync(db => db.RegistrySnapshots.CountAsync(s => s.WithdrawnAt == null)));
            }, iter: 4, threads: 1);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task No_number_lies_anywhere_in_the_clear(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(TestLists.Line("3204371203749999", "Siti Contoh", kk: "3204370101100001")));
        foreach (var path in Directory.EnumerateFiles(database.Directory, "*", SearchOption.AllDirectories))
        {
            // Locks and the log are held open by the program.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var read = new MemoryStream();
            await file.CopyToAsync(read);
            var text = Encoding.Latin1.GetString(read.ToArray());
            Assert.DoesNotContain("3204371203749999", text, StringComparison.Ordinal);
            Assert.DoesNotContain("3204370101100001", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Siti Contoh", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task The_same_file_is_not_brought_in_twice_but_once_more_when_it_was_taken_back(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var file = TestLists.Csv(TestLists.Line("3204371203749999", "Siti Contoh"));
        var first = (await database.StartAsync(file)).Value;
        // A double press finds the first one.
        Assert.Equal(first.Id, (await database.StartAsync(file)).Value.Id);
        Assert.Equal("import_same_file", Assert.Single((await database.StartAsync(file, actor: TestData.Staff(Role.Manager))).Refusals).Code);
        Assert.Single(Directory.GetFiles(Path.Combine(database.Directory, "imports")));
        await database.GiveUpAsync(first, reason: null);
        var run = await database.ImportAsync(file);
        Assert.Equal("import_same_file", Assert.Single((await database.StartAsync(file, "nama lain.csv")).Refusals).Code);
        await database.GiveUpAsync(run);
        await database.WorkAsync(run);
        Assert.True((await database.StartAsync(file)).Succeeded);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Given_up_before_anything_was_stored_it_is_over_at_once(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var run = (await database.StartAsync(TestLists.Csv(TestLists.Line("3204371203749999", "Siti Contoh")))).Value;
        Assert.Equal(ImportState.Cancelled, (await database.GiveUpAsync(run, reason: null)).Value.State);
        Assert.Equal("import_moved_on", Assert.Single((await database.CheckAsync(run)).Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task What_was_said_about_the_list_is_checked(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var run = (await database.StartAsync(TestLists.Csv(TestLists.Line("3204371203749999", "Siti Contoh")))).Value;
        Assert.Equal(("registry_as_of", RegistryImport.AsOf), Said(await database.CheckAsync(run, asOf: "2027-01-01")));
        Assert.Equal(("required", RegistryImport.Source), Said(await database.CheckAsync(run, source: "entah")));
        Assert.Equal(("required", RegistryColumns.Name), Said(await database.CheckAsync(run, columns: new Dictionary<string, int> { [RegistryColumns.NationalId] = 0 })));
        Assert.Equal(
            ("import_column_twice", RegistryColumns.FamilyCard),
            Said(await database.CheckAsync(run, columns: new Dictionary<string, int> { [RegistryColumns.NationalId] = 0, [RegistryColumns.FamilyCard] = 0, [RegistryColumns.Name] = 2 })));
        Assert.Equal(ImportState.Uploaded, (await database.ReloadAsync(run)).State);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Only_who_may_in_the_regency_brings_a_list_in(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var file = TestLists.Csv(TestLists.Line("3204371203749999", "Siti Contoh"));
        Assert.Equal(RefusalKind.Forbidden, Assert.Single((await database.StartAsync(file, actor: TestData.Staff(Role.Facilitator))).Refusals).Kind);
        Assert.Equal(RefusalKind.Forbidden, Assert.Single((await database.StartAsync(file, actor: TestData.Staff(Role.Analyst, "32.17"))).Refusals).Kind);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_file_that_is_gone_ends_the_run_and_leaves_nothing(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var run = (await database.StartAsync(TestLists.Csv(TestLists.Line("3204371203749999", "Siti Contoh")))).Value;
        await database.CheckAsync(run);
        await database.StoreAsync(await database.WorkAsync(run));
        database.Services.GetRequiredService<ImportFiles>().Delete(run.Id);
        await database.WorkAsync(run);
        run = await database.WorkAsync(run);
        Assert.Equal((ImportState.Failed, "import_file_gone"), (run.State, run.Failure));
    }

    private static (string, string?) Said(Outcome<ImportRun> outcome) => (Assert.Single(outcome.Refusals).Code, outcome.Refusals[0].Field);

    /// <summary>Every tenth row is wrong.</summary>
    private static byte[] Many() => TestLists.Csv(Enumerable.Range(1, Rows).Select(i => TestLists.Line(
        i % 10 == 0 ? "123" : (3204370101700000 + i).ToString(CultureInfo.InvariantCulture), $"Orang {(char)('A' + (i % 26))}ana", kk: (3204370101100000 + (i / 4)).ToString(CultureInfo.InvariantCulture))));

    /// <summary>All that a row is, but for what differs from one sealing to the next, and whose snapshot it is of.</summary>
    private static async Task<List<string>> RowsAsync(TestDatabase database)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        var book = scope.ServiceProvider.GetRequiredService<RegistryBook>();
        var rows = await db.RegistryEntries.AsNoTracking().ToListAsync();
        return [.. rows.OrderBy(r => r.Id.ToString()[^12..]).Select(r =>
        {
            var record = book.Open(r);
            return $"{r.AreaCode} {r.Decile} {record.NationalId} {record.FamilyCard} {record.Name} {record.BornOn}";
        })];
    }

    private sealed class StopAt
    {
        public int? Row { get; set; }
    }

    /// <summary>The same lists, read by a program that is killed at a row.</summary>
    private sealed class StoppingImport(RegistryImport inner, StopAt stop) : ListImport
    {
        public override ImportKind Kind => inner.Kind;

        public override string Permission => inner.Permission;

        public override IReadOnlyList<ImportColumn> Columns => inner.Columns;

        public override IEnumerable<Refusal> Problems(IReadOnlyDictionary<string, string> terms, IReadOnlySet<string> columns, DateOnly today) => inner.Problems(terms, columns, today);

        public override ImportPass Begin(ImportRun run) => new StoppingPass(inner.Begin(run), stop);

        public override void Finish(SlrtDbContext db, ImportRun run, Provenance by) => inner.Finish(db, run, by);

        public override Task HideAsync(SlrtDbContext db, ImportRun run, Provenance by, CancellationToken cancellationToken) => inner.HideAsync(db, run, by, cancellationToken);

        public override Task<int> RemoveAsync(GateCommands gate, ImportRun run, int most) => inner.RemoveAsync(gate, run, most);

        public override Task<Refusal?> BuiltOnAsync(SlrtDbContext db, ImportRun run, CancellationToken cancellationToken) => inner.BuiltOnAsync(db, run, cancellationToken);
    }

    private sealed class StoppingPass(ImportPass inner, StopAt stop) : ImportPass
    {
        public override IReadOnlyList<Refusal> Problems(ImportRow row) => row.Ordinal == stop.Row ? throw new InvalidOperationException("killed") : inner.Problems(row);

        public override void Prepare(ImportRow row) => inner.Prepare(row);

        public override Task StoreAsync(GateCommands gate) => inner.StoreAsync(gate);

        public override void Clear() => inner.Clear();
    }
}

file static class OneImport
{
    public static void RemoveAllButLast(this IServiceCollection services)
    {
        var last = services.Last(s => s.ServiceType == typeof(ListImport));
        foreach (var other in services.Where(s => s.ServiceType == typeof(ListImport) && s != last).ToList())
        {
            services.Remove(other);
        }
    }
}
