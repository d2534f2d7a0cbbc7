using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Vanished;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Vanished;

/// <summary>A new list is laid beside the one before: families who are missing are listed, looked into, and back when a later one has them.</summary>
public sealed class VanishedTests
{
    private const string Ciluncat = "32.04.44.2002";
    private static readonly string Neighbour = TestLists.Line("3204375203740009", "Tatang Tetangga", kk: "3204370101100009");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_family_is_its_card_and_is_listed_once_with_all_who_stood_there(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(
            TestLists.Csv(
                TestLists.Line("3204375203740001", "Siti Contoh", kk: "3204370101100001"), TestLists.Line("3204375203740002", "Ujang Contoh", kk: "3204370101100001"),
                TestLists.Line("3204375203740003", "Euis Sendiri"), TestLists.Line("3204375203740004", "Asep Sendiri"), Neighbour),
            asOf: "2026-10-01");
        // Of the family one stands under another card; of those without a card one is gone.
        var list = await database.ImportAsync(
            TestLists.Csv(TestLists.Line("3204375203740002", "Ujang Contoh", kk: "3204370101100007"), TestLists.Line("3204375203740004", "Asep Sendiri"), Neighbour), asOf: "2026-11-01");

        Assert.Equal(2, (await database.CompareAsync()).Handled);
        Assert.Equal(0, (await database.CompareAsync()).Handled);

        var sheets = await database.SheetsAsync(Ciluncat);
        Assert.Equal(["Euis Sendiri", "Siti Contoh"], sheets.Select(s => s.Record.Name).Order());
        var family = sheets.Single(s => s.Record.FamilyCard is not null);
        Assert.Equal(["Ujang Contoh"], family.Others);
        Assert.Equal((true, new DateOnly(2026, 10, 1), list.Id), (family.IsElsewhere, family.AsOf, family.GoneFrom!.Id));
        Assert.False(sheets.Single(s => s.Record.FamilyCard is null).IsElsewhere);
        Assert.Equal(("32.04", "32.04.44", Ciluncat), (family.Family.RegencyCode, family.Family.DistrictCode, family.Family.VillageCode));
        Assert.Equal(2, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "registry.followed_up")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_list_of_one_village_makes_nobody_elsewhere_vanish_and_one_without_cards_is_compared_by_number(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(
            TestLists.Csv(
                TestLists.Line("3204375203740001", "Siti Contoh", kk: "3204370101100001"), TestLists.Line("3204375203740002", "Ujang Contoh", kk: "3204370101100001"),
                TestLists.Line("3204375203740005", "Dedi Contoh", kk: "3204370101100005"),
                TestLists.Line("3204375203740003", "Euis Soreang", kk: "3204370101100003", village: "Soreang", district: "Soreang")),
            asOf: "2026-10-01");
        await database.ImportAsync(TestLists.Csv(TestLists.Line("3204375203740002", "Ujang Contoh"), TestLists.Line("3204375203740008", "Baru")), asOf: "2026-11-01");
        await database.CompareAsync();
        Assert.Equal(["Dedi Contoh"], (await database.SheetsAsync(Ciluncat)).Select(s => s.Record.Name));
        Assert.Equal(1, await database.ReadAsync(db => db.VanishedFamilies.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lists_of_another_source_or_older_ones_are_not_compared(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(TestLists.Line("3204375203740001", "Siti Contoh", kk: "3204370101100001"), Neighbour), asOf: "2026-10-01");
        await database.ImportAsync(TestLists.Csv(Neighbour), asOf: "2026-11-01", source: "dtsen");
        Assert.Equal(0, (await database.CompareAsync()).Handled);
        await database.ImportAsync(TestLists.Csv(Neighbour, TestLists.Line("3204375203740006", "Nining Contoh")), asOf: "2026-09-01");
        Assert.Equal(0, (await database.CompareAsync()).Handled);
        Assert.Equal(0, await database.ReadAsync(db => db.VanishedFamilies.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Back_in_a_later_list_they_are_missed_no_more_until_it_is_taken_back(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var siti = TestLists.Line("3204375203740001", "Siti Contoh", kk: "3204370101100001");
        await database.ImportAsync(TestLists.Csv(siti, Neighbour), asOf: "2026-09-01");
        var second = await database.ImportAsync(TestLists.Csv(Neighbour), asOf: "2026-10-01");
        await database.CompareAsync();
        Assert.Single(await database.SheetsAsync(Ciluncat));
        var third = await database.ImportAsync(TestLists.Csv(Neighbour, siti, TestLists.Line("3204375203740006", "Nining Contoh", kk: "3204370101100006")), asOf: "2026-11-01");
        await database.CompareAsync();
        Assert.Empty(await database.SheetsAsync(Ciluncat));
        Assert.Empty(await database.CountsAsync(TestLists.Analyst));

        await database.UndoAsync(third);
        var family = Assert.Single(await database.SheetsAsync(Ciluncat)).Family;
        Assert.True((await database.LookAsync(family, "moved", "Pindah ke Garut")).Succeeded);
        await database.UndoAsync(second);
        Assert.Equal(0, await database.ReadAsync(db => db.VanishedFamilies.CountAsync()));
        Assert.Equal(1, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "vanished.looked_into")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_looked_says_what_became_of_them_once_and_colleagues_read_it(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var family = await MissingAsync(database);
        var facilitator = TestData.Staff(Role.Facilitator, Ciluncat);
        Assert.Equal([("required", "outcome"), ("required", "words")], (await database.LookAsync(family, "", "")).Refusals.Select(r => (r.Code, r.Field!)));
        Assert.Equal("too_long", Assert.Single((await database.LookAsync(family, "moved", new string('a', 501))).Refusals).Code);
        Assert.Equal(RefusalKind.Forbidden, Assert.Single((await database.LookAsync(family, "moved", "Pindah", TestData.Staff(Role.Frontoffice))).Refusals).Kind);
        Assert.Equal(RefusalKind.NotFound, Assert.Single((await database.LookAsync(family, "moved", "Pindah", TestData.Staff(Role.Facilitator, "32.04.37.2001"))).Refusals).Kind);
        Assert.Equal("vanished_moved_on", Assert.Single((await database.LookAsync(family, "moved", "Pindah", facilitator, seen: 9)).Refusals).Code);
        Assert.True((await database.LookAsync(family, "moved", " Pindah ke Garut ", facilitator)).Succeeded);
        Assert.True((await database.LookAsync(family, "moved", "Pindah ke Garut", facilitator)).Succeeded);
        Assert.Equal("vanished_moved_on", Assert.Single((await database.LookAsync(family, "died", "Meninggal")).Refusals).Code);

        Assert.Empty(await database.SheetsAsync(Ciluncat));
        var seen = Assert.Single(await database.SheetsAsync(Ciluncat, seen: true));
        Assert.Equal((VanishedOutcome.Moved, "Pindah ke Garut", facilitator.StaffId), (seen.Family.Outcome, seen.Words, seen.Family.EndedBy));
        var act = await database.ReadAsync(db => db.AuditActs.SingleAsync(a => a.Verb == "vanished.looked_into"));
        Assert.Equal((family.Id, facilitator.StaffId), (act.SubjectId, act.ActorId));
        Assert.DoesNotContain("Garut", act.Data, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_sees_the_counts_of_their_own_areas(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await MissingAsync(database);
        foreach (var (role, area, count) in new[] { (Role.Manager, "32.04", 1), (Role.Coordinator, "32.04.44", 1), (Role.Facilitator, Ciluncat, 1), (Role.Facilitator, "32.04.37.2001", 0), (Role.Frontoffice, "32.04", 0) })
        {
            Assert.Equal(count, (await database.CountsAsync(TestData.Staff(role, area))).Sum(c => c.Open));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Cut_off_between_two_pieces_it_lists_each_family_once(DatabaseProvider provider)
    {
        const int rows = (2 * CompareListsJob.PieceRows) + 100;
        await using var database = await TestData.WithAreasAsync(provider);
        var older = await database.ImportAsync(Many(rows, leaveOut: 0), asOf: "2026-10-01");
        var newer = await database.ImportAsync(Many(rows, leaveOut: 40), asOf: "2026-11-01");
        Assert.Equal(rows / 40, (await database.CompareAsync()).Handled);
        var expected = await EntriesAsync(database);

        // As if killed behind its first piece.
        var place = RegistryEntry.IdOf(older.Id, CompareListsJob.PieceRows);
        await database.Gate.ExecuteAsync(
            async commands =>
            {
                await commands.ExecuteAsync("update list_follow_up set position = @p0, ended_at = null where snapshot_id = @p1 and step = 'compare'", place, newer.Id);
                return await commands.ExecuteAsync("delete from vanished_family where entry_id > @p0", place);
            }, default);
        Assert.Equal(expected.Count(id => id > place), (await database.CompareAsync()).Handled);
        Assert.Equal(expected, await EntriesAsync(database));
    }

    [Fact]
    public async Task It_is_compared_listed_and_counted_along_indexes()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        var comparison = new ListComparison(List(), List());
        foreach (var (query, index) in new[] { (comparison.WithoutCard(db, Guid.Empty, SequentialId.Next(DateTime.UnixEpoch)), "family_card_index"), (comparison.WithoutNumber(db, Guid.Empty, SequentialId.Next(DateTime.UnixEpoch)), "national_id_index") })
        {
            var plan = await PlanAsync(query.CreateDbCommand());
            Assert.Contains(plan, step => step.Contains($"ix_registry_entry_{index}_snapshot_id ({index}=? AND snapshot_id=?)", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }

        foreach (var (area, index) in new[] { ("32.04", "ix_vanished_family_open_regency"), ("32.04.44", "ix_vanished_family_open_district"), (Ciluncat, "ix_vanished_family_open_village") })
        {
            var plan = await PlanAsync(VanishedQueries.Counts(db, TestData.Staff(Role.Coordinator, area)).CreateDbCommand());
            Assert.Contains(plan, step => step.Contains($"COVERING INDEX {index}", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }

        foreach (var seen in new[] { false, true })
        {
            var plan = await PlanAsync(VanishedQueries.Ordered(db, Ciluncat, seen).Take(21).CreateDbCommand());
            Assert.Contains(plan, step => step.Contains(seen ? "ix_vanished_family_seen_village" : "ix_vanished_family_open_village", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    private static RegistrySnapshot List() => new() { Id = SequentialId.Next(DateTime.UnixEpoch), Source = RegistrySource.SiksNg, AsOf = new(2026, 11, 1), RegencyCode = "32.04", Rows = 1, StoredAt = DateTime.UnixEpoch };

    private static async Task<VanishedFamily> MissingAsync(TestDatabase database)
    {
        await database.ImportAsync(TestLists.Csv(TestLists.Line("3204375203740001", "Siti Contoh", kk: "3204370101100001"), Neighbour), asOf: "2026-10-01");
        await database.ImportAsync(TestLists.Csv(Neighbour), asOf: "2026-11-01");
        await database.CompareAsync();
        return await database.ReadAsync(db => db.VanishedFamilies.AsNoTracking().SingleAsync());
    }

    private static byte[] Many(int rows, int leaveOut) => TestLists.Csv(Enumerable.Range(1, rows).Where(i => leaveOut == 0 || i % leaveOut != 0).Select(i => TestLists.Line(
        (3204370101700000 + i).ToString(CultureInfo.InvariantCulture), $"Orang {(char)('A' + (i % 26))}ana", kk: (3204370101100000 + i).ToString(CultureInfo.InvariantCulture))));

    private static async Task<List<Guid>> EntriesAsync(TestDatabase database) =>
        [.. (await database.ReadAsync(db => db.VanishedFamilies.Select(v => v.EntryId).ToListAsync())).Order()];

    private static async Task<List<string>> PlanAsync(System.Data.Common.DbCommand command)
    {
        await using var explained = command;
        explained.CommandText = $"explain query plan {explained.CommandText}";
        var plan = new List<string>();
        await using var reader = await explained.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }
}

file static class Acts
{
    public static Task<JobCount> CompareAsync(this TestDatabase database) => database.Services.GetRequiredService<CompareListsJob>().RunAsync(CancellationToken.None);

    public static async Task<IReadOnlyList<VanishedSheet>> SheetsAsync(this TestDatabase database, string village, bool seen = false)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var page = await scope.ServiceProvider.GetRequiredService<VanishedQueries>().PageAsync(village, seen, 1, CancellationToken.None);
        var (views, sheets) = (scope.ServiceProvider.GetRequiredService<Views>(), new List<VanishedSheet>());
        foreach (var row in page.Rows)
        {
            sheets.Add(await views.ShowAsync(row, Provenance.Staff(TestLists.Analyst.StaffId, database.Clock.UtcNow), CancellationToken.None));
        }

        return sheets;
    }

    public static async Task<IReadOnlyList<VanishedCount>> CountsAsync(this TestDatabase database, StaffScope reader)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VanishedQueries>().CountsAsync(reader, CancellationToken.None);
    }

    public static Task<Outcome<VanishedFamily>> LookAsync(this TestDatabase database, VanishedFamily family, string outcome, string words, StaffScope? staff = null, int? seen = null)
    {
        var actor = staff ?? TestLists.Analyst;
        return database.Units.RunAsync<LookIntoFamily, VanishedFamily>(
            (act, ct) => act.DoAsync(new(family.Id, seen ?? family.Version, outcome, words), actor, Provenance.Staff(actor.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);
    }

    public static async Task UndoAsync(this TestDatabase database, ImportRun run)
    {
        Assert.True((await database.GiveUpAsync(run)).Succeeded);
        Assert.Equal(ImportState.TakenBack, (await database.WorkAsync(run)).State);
    }
}
