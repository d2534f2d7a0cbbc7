using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Checks;

/// <summary>Review and analysis looks for somebody in the lists: by number, else by name; what is doubtful somebody decides.</summary>
public sealed class CheckComplaintTests
{
    private const string Nik = "3204375203749999";
    private static readonly StaffScope Analyst = TestLists.Analyst;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Found_by_number_she_is_listed_with_the_day_of_the_data(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(TestLists.Line(Nik, "SITI CONTOH", decile: "2", pkh: "YA")), asOf: "2026-10-01");
        await database.ImportAsync(TestLists.Csv(TestLists.Line(Nik, "SITI CONTOH", decile: "4")), asOf: "2026-11-01");
        var sheet = (await database.CheckAsync(await ComplaintAsync(database))).Value;
        Assert.Equal((CheckOutcome.Listed, new DateOnly(2026, 11, 1), RegistrySource.SiksNg), (sheet.Check.Outcome, sheet.Check.AsOf, sheet.Check.Source));
        var pair = Assert.Single(sheet.Pairs);
        Assert.Equal((4, MatchBand.Probable, FieldMatch.Same), (pair.Candidate.Entry.Decile, pair.Candidate.Score.Band, pair.Candidate.Score.NationalId));
        var act = await database.ReadAsync(db => db.AuditActs.SingleAsync(a => a.Verb == "registry.checked"));
        Assert.Contains($"{pair.Candidate.Entry.Id}", act.Data, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, act.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("SITI", act.Data, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Who_is_in_no_list_is_told_so_and_who_is_not_matched_as_well(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(TestLists.Line("3204371203740001", "Ujang Koswara"), TestLists.Line("3204375203749998", "Euis Contoh", matched: "TIDAK")));
        var unknown = (await database.CheckAsync(await ComplaintAsync(database))).Value;
        Assert.Equal(CheckOutcome.NotListed, unknown.Check.Outcome);
        Assert.Empty(unknown.Pairs);
        var unmatched = (await database.CheckAsync(await ComplaintAsync(database, "3204375203749998", "Euis Contoh"))).Value;
        Assert.Equal(CheckOutcome.Unmatched, unmatched.Check.Outcome);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_doubtful_one_is_decided_once_and_the_next_list_does_not_ask_again(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(TestLists.Line("3204375203749111", "Siti Contoh", village: "Ciluncat"), TestLists.Line("3204375203740002", "Siti Contoh", village: "Ciluncat")), asOf: "2026-10-01");
        var complaint = await ComplaintAsync(database, nik: null);
        var sheet = (await database.CheckAsync(complaint)).Value;
        Assert.Equal((CheckOutcome.Doubtful, 2), (sheet.Check.Outcome, sheet.Pairs.Count));
        Assert.Equal("reason", Said(await database.DecideAsync(sheet, 0, "same", reason: "")).Field);
        await database.DecideAsync(sheet, 0, "same", "KTP dan KK dilihat");
        Assert.True((await database.DecideAsync(sheet, 0, "same", "KTP dan KK dilihat")).Succeeded);
        await database.DecideAsync(sheet, 1, "another", "Orang RW 7");
        var whom = sheet.Pairs[0].Candidate.Record.NationalId!;
        var decided = (await database.CheckAsync(complaint)).Value;
        Assert.Equal(CheckOutcome.Listed, decided.Check.Outcome);
        Assert.Equal("KTP dan KK dilihat", decided.Pairs.Single(p => p.Verdict == PairVerdict.Same).Words);

        await database.ImportAsync(TestLists.Csv(TestLists.Line(whom, "Siti Contoh", village: "Ciluncat", decile: "1")), asOf: "2026-11-01");
        var later = (await database.CheckAsync(complaint)).Value;
        Assert.Equal((CheckOutcome.Listed, new DateOnly(2026, 11, 1)), (later.Check.Outcome, later.Check.AsOf));
        Assert.Equal("registry_decided_meanwhile", Said(await database.DecideAsync(sheet, 0, "another", "Ternyata bukan")).Code);
        Assert.Equal(2, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "registry.pair_decided")));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Of_people_outside_the_own_area_only_the_number_is_told(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(TestLists.Line(Nik, "Siti Contoh", village: "Soreang", district: "Soreang")));
        var complaint = await ComplaintAsync(database);
        var facilitator = TestData.Staff(Role.Facilitator, complaint.VillageCode);
        var sheet = (await database.CheckAsync(complaint, facilitator)).Value;
        Assert.Empty(sheet.Pairs);
        Assert.Equal((1, CheckOutcome.Listed), (sheet.Elsewhere, sheet.Check.Outcome));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Who_may_not_see_the_complaint_or_look_anybody_up_learns_nothing(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(TestLists.Line(Nik, "Siti Contoh")));
        var complaint = await ComplaintAsync(database);
        Assert.Equal(RefusalKind.NotFound, Assert.Single((await database.CheckAsync(complaint, TestData.Staff(Role.Analyst, "32.17"))).Refusals).Kind);
        Assert.Equal(RefusalKind.Forbidden, Assert.Single((await database.CheckAsync(complaint, TestData.Staff(Role.Frontoffice))).Refusals).Kind);
        Assert.Equal(0, await database.ReadAsync(db => db.RegistryChecks.CountAsync()));
        Assert.Equal(0, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "registry.checked")));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_list_that_somebody_was_found_in_is_not_taken_back(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await ComplaintAsync(database);
        Assert.Equal("registry_no_list", Assert.Single((await database.CheckAsync(complaint)).Refusals).Code);
        var run = await database.ImportAsync(TestLists.Csv(TestLists.Line(Nik, "Siti Contoh")));
        await database.CheckAsync(complaint);
        Assert.Equal("registry_built_on", Assert.Single((await database.GiveUpAsync(run)).Refusals).Code);
    }

    private static Task<Complaint> ComplaintAsync(TestDatabase database, string? nik = Nik, string name = "Siti Contoh") =>
        database.LodgeAsync(TestData.Story(village: "32.04.44.2002") with { NationalId = nik, ReporterName = name });

    private static Refusal Said<T>(Outcome<T> outcome) => Assert.Single(outcome.Refusals);
}

file static class Acts
{
    public static Task<Outcome<CheckSheet>> CheckAsync(this TestDatabase database, Complaint complaint, StaffScope? staff = null)
    {
        var actor = staff ?? TestLists.Analyst;
        return database.Units.RunAsync<CheckComplaint, CheckSheet>((act, ct) => act.DoAsync(complaint.Id, actor, Provenance.Staff(actor.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);
    }

    public static Task<Outcome<PairDecision>> DecideAsync(this TestDatabase database, CheckSheet sheet, int pair, string verdict, string reason)
    {
        var actor = TestLists.Analyst;
        var input = new DecidePairInput(sheet.Check.ComplaintId, sheet.Pairs[pair].Candidate.Entry.Id, verdict, reason, sheet.Pairs[pair].DecisionId);
        return database.Units.RunAsync<DecidePair, PairDecision>((act, ct) => act.DoAsync(input, actor, Provenance.Staff(actor.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);
    }
}
