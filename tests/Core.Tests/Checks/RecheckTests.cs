using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Checks;

/// <summary>A new list comes: open complaints that were checked are checked again, and what changed waits for somebody.</summary>
public sealed class RecheckTests
{
    private const string Nik = "3204375203749999";
    private static readonly string Other = TestLists.Line("3204375203740001", "Ujang Contoh");

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Who_was_in_no_list_and_is_in_the_new_one_waits_to_be_told_once(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(Other), asOf: "2026-10-01");
        var (complaint, unchecked_) = (await ComplaintAsync(database), await ComplaintAsync(database));
        await database.CheckedAsync(complaint);
        var list = await database.ImportAsync(Listed("2"), asOf: "2026-11-01");

        Assert.Equal(1, (await database.RecheckAsync()).Handled);
        Assert.Equal(0, (await database.RecheckAsync()).Handled);

        var recheck = await database.ReadAsync(db => db.Rechecks.SingleAsync());
        Assert.Equal((complaint.Id, list.Id, CheckOutcome.NotListed, CheckOutcome.Listed, RecheckState.Open), (recheck.ComplaintId, recheck.SnapshotId, recheck.BeforeOutcome, recheck.AfterOutcome, recheck.State));
        Assert.Equal((complaint.RegencyCode, complaint.VillageCode), (recheck.RegencyCode, recheck.VillageCode));
        var last = await database.ReadAsync(db => db.RegistryChecks.OrderByDescending(c => c.Id).FirstAsync());
        Assert.Equal((recheck.CheckId, CheckOutcome.Listed, (Guid?)null, new DateOnly(2026, 11, 1)), (last.Id, last.Outcome, last.MadeBy, last.AsOf));
        var act = await database.ReadAsync(db => db.AuditActs.SingleAsync(a => a.Verb == "registry.rechecked"));
        Assert.Equal((complaint.Id, ActorKind.System), (act.SubjectId, act.ActorKind));
        Assert.Contains("\"purpose\":\"complaint\"", act.Data, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, act.Data, StringComparison.Ordinal);
        Assert.Equal(0, await database.ReadAsync(db => db.RegistryChecks.CountAsync(c => c.ComplaintId == unchecked_.Id)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Another_decile_and_other_programmes_are_news_and_the_same_list_again_is_none(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(Listed("2"), asOf: "2026-09-01");
        var complaint = await ComplaintAsync(database);
        await database.CheckedAsync(complaint);
        await database.ImportAsync(Listed("2", more: Other), asOf: "2026-10-01");
        Assert.Equal(0, (await database.RecheckAsync()).Handled);
        Assert.Equal(1, await database.ReadAsync(db => db.RegistryChecks.CountAsync()));

        // A list of another source that says nothing of deciles changes nothing.
        await database.ImportAsync(Listed("", more: Other), asOf: "2026-10-15", source: "bnba");
        Assert.Equal(0, (await database.RecheckAsync()).Handled);

        await database.ImportAsync(Listed("4", pkh: "YA"), asOf: "2026-11-01");
        Assert.Equal(1, (await database.RecheckAsync()).Handled);
        var sheet = (await database.OpenAsync(complaint))!;
        Assert.Equal((CheckOutcome.Listed, 2, CheckOutcome.Listed, 4), (sheet.Before.Outcome, sheet.Before.Decile, sheet.After.Outcome, sheet.After.Decile));
        Assert.Equal(["PKH"], sheet.After.Programmes);
        Assert.Contains("Desil menurut data itu: 4", sheet.Draft, StringComparison.Ordinal);
        Assert.Contains("PKH", sheet.Draft, StringComparison.Ordinal);
        Assert.Contains("penerima ditetapkan Kementerian Sosial", sheet.Draft, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Nothing_is_asked_for_a_list_that_is_not_the_newest_nor_for_what_is_settled(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(Other), asOf: "2026-11-01");
        var (complaint, settled) = (await ComplaintAsync(database), await ComplaintAsync(database));
        await database.CheckedAsync(complaint);
        await database.CheckedAsync(settled);
        await database.SettleAsync(settled);
        await database.ImportAsync(Listed("2"), asOf: "2026-10-01");
        Assert.Equal(0, (await database.RecheckAsync()).Handled);
        Assert.Equal(2, await database.ReadAsync(db => db.ListFollowUps.CountAsync(f => f.Step == FollowUpStep.Recheck && f.EndedAt != null)));

        await database.ImportAsync(Listed("3"), asOf: "2026-11-05");
        Assert.Equal(1, (await database.RecheckAsync()).Handled);
        Assert.Equal(complaint.Id, (await database.ReadAsync(db => db.Rechecks.SingleAsync())).ComplaintId);

        // Settled meanwhile, nobody needs to tell it.
        await database.SettleAsync(complaint);
        Assert.Equal(RecheckState.Lapsed, (await database.ReadAsync(db => db.Rechecks.SingleAsync())).State);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task The_next_list_begins_at_what_was_known_and_taken_back_it_leaves_what_was_before(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(Other), asOf: "2026-09-01");
        var complaint = await ComplaintAsync(database);
        await database.CheckedAsync(complaint);
        await database.ImportAsync(Listed("2"), asOf: "2026-10-01");
        await database.RecheckAsync();
        var third = await database.ImportAsync(Listed("5"), asOf: "2026-11-01");
        await database.RecheckAsync();
        var both = await database.ReadAsync(db => db.Rechecks.OrderBy(r => r.Id).ToListAsync());
        Assert.Equal([RecheckState.Lapsed, RecheckState.Open], both.Select(r => r.State));
        var sheet = (await database.OpenAsync(complaint))!;
        Assert.Equal((CheckOutcome.NotListed, 5), (sheet.Before.Outcome, sheet.After.Decile));

        // Gone from the fourth, all is as it was known: nothing is to be told.
        var fourth = await database.ImportAsync(TestLists.Csv(Other, TestLists.Line("3204375203740002", "Asep Contoh")), asOf: "2026-11-10");
        await database.RecheckAsync();
        Assert.Null(await database.OpenAsync(complaint));
        Assert.Equal(CheckOutcome.NotListed, (await database.LastAsync(complaint)).Outcome);

        await database.TakeBackAsync(fourth);
        Assert.Equal(5, (await database.OpenAsync(complaint))!.After.Decile);
        await database.TakeBackAsync(third);
        Assert.Equal((CheckOutcome.NotListed, 2), ((await database.OpenAsync(complaint))!.Before.Outcome, (await database.OpenAsync(complaint))!.After.Decile));
        Assert.Equal(2, await database.ReadAsync(db => db.RegistryChecks.CountAsync()));
        Assert.Equal(0, await database.ReadAsync(db => db.ListFollowUps.CountAsync(f => f.SnapshotId == third.Id || f.SnapshotId == fourth.Id)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Cut_off_in_the_middle_it_goes_on_and_asks_nobody_twice(DatabaseProvider provider)
    {
        await using var database = await TestData.WithAreasAsync(provider);
        await database.ImportAsync(TestLists.Csv(Other), asOf: "2026-10-01");
        List<Complaint> complaints = [];
        for (var i = 0; i < 3; i++)
        {
            complaints.Add(await ComplaintAsync(database));
            await database.CheckedAsync(complaints[i]);
        }

        var list = await database.ImportAsync(Listed("2"), asOf: "2026-11-01");
        // Killed after the first of the piece: its row is there, the place is not yet written.
        var first = complaints.MinBy(c => c.Id)!;
        Assert.True((await database.Units.RunAsync<RecheckComplaint, bool>((act, ct) => act.DoAsync(first.Id, list.Id, Provenance.Job(RecheckJob.Name, database.Clock.UtcNow), ct), default)).Value);
        Assert.Equal(2, (await database.RecheckAsync()).Handled);
        Assert.Equal(complaints.Select(c => c.Id).Order(), (await database.ReadAsync(db => db.Rechecks.Select(r => r.ComplaintId).ToListAsync())).Order());

        // Killed after a piece: it goes on behind its place.
        await database.ImportAsync(Listed("3"), asOf: "2026-11-02");
        var next = await database.ReadAsync(db => db.RegistrySnapshots.OrderByDescending(s => s.AsOf).Select(s => s.Id).FirstAsync());
        var ups = database.Services.GetRequiredService<FollowUps>();
        var last = complaints.Max(c => c.Id);
        Assert.True(await ups.ForwardAsync(next, FollowUpStep.Recheck, await ups.BeginAsync(next, FollowUpStep.Recheck, default), complaints.Select(c => c.Id).Order().ElementAt(1), null, default));
        Assert.Equal(1, (await database.RecheckAsync()).Handled);
        Assert.Equal(last, (await database.ReadAsync(db => db.Rechecks.SingleAsync(r => r.SnapshotId == next))).ComplaintId);
    }

    internal static byte[] Listed(string decile, string pkh = "TIDAK", string? more = null) => TestLists.Csv([TestLists.Line(Nik, "Siti Contoh", decile: decile, pkh: pkh), .. more is null ? Array.Empty<string>() : [more]]);

    internal static Task<Complaint> ComplaintAsync(TestDatabase database, Guid? conversation = null) =>
        database.LodgeAsync(TestData.Story(conversation, village: "32.04.44.2002") with { NationalId = Nik, ReporterName = "Siti Contoh", DraftId = SequentialId.Next(database.Clock.UtcNow) });
}
