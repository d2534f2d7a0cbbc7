using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Visits;

/// <summary>The second pair of eyes.</summary>
public sealed class DecideVisitTests
{
    private static readonly StaffScope Facilitator = TestData.Staff(Role.Facilitator, TestData.Village);
    private static readonly StaffScope Supervisor = TestData.Staff(Role.Supervisor, "32.04.44");

    /// <summary>One person with both roles.</summary>
    private static readonly StaffScope Both = new(
        SequentialId.Next(DateTime.UnixEpoch), "Petugas ganda", false, [(Role.Facilitator, TestData.Village), (Role.Supervisor, "32.04.44")]);

    [Theory, OnSqlite, OnPostgres]
    public async Task Approved_it_goes_to_review_and_what_it_found_counts(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var visit = await database.ReportedAsync(complaint, Facilitator);

        // Act
        var approved = await database.DecideAsync(visit, Supervisor, VisitWorkflow.Approve);
        var again = await database.DecideAsync(visit, Supervisor, VisitWorkflow.Approve);

        // Assert
        Assert.Equal((VisitStatus.Approved, VisitOutcome.AsTold), (approved.Value.Status, approved.Value.Outcome));
        Assert.True(again.Succeeded);
        Assert.Equal(ComplaintStatus.InReview, (await database.ReloadAsync(complaint)).Status);
        Assert.Equal(1, (await database.AuditedAsync(visit.Id)).Count(v => v == "visit.approved"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_found_and_that_approved_the_complaint_may_end(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var analyst = TestData.Staff(Role.Analyst);
        var (gone, there) = (await database.LodgeAsync(TestData.Story()), await database.LodgeAsync(TestData.Story()));
        var empty = await database.ReportedAsync(gone, Facilitator, TestVisits.Gone(database.Today(), "died"));
        var met = await database.ReportedAsync(there, Facilitator);
        var early = await CloseAsync(database, empty, gone, analyst);
        await database.DecideAsync(empty, Supervisor, VisitWorkflow.Approve);
        await database.DecideAsync(met, Supervisor, VisitWorkflow.Approve);

        // Act
        var found = await CloseAsync(database, met, there, analyst);
        var wordless = await CloseAsync(database, empty, gone, analyst, note: " ");
        var unfit = await CloseAsync(database, empty, gone, Facilitator);
        var stale = await CloseAsync(database, empty, gone, analyst, version: -1);
        var closed = await CloseAsync(database, empty, gone, analyst);
        var again = await CloseAsync(database, empty, gone, analyst);

        // Assert
        Assert.All([early, found, again], o => Assert.Equal("visit_found_somebody", Assert.Single(o.Refusals).Code));
        Assert.Equal(("required", ComplaintWorkflow.Note), (Assert.Single(wordless.Refusals).Code, wordless.Refusals[0].Field));
        Assert.Equal(RefusalKind.Forbidden, unfit.Refusals.Single().Kind);
        Assert.Equal("stale", stale.Refusals.Single().Code);
        Assert.Equal(ComplaintStatus.Unreachable, closed.Value.Status);
        Assert.Equal(empty.Id, (await database.ReadAsync(db => db.ComplaintMoves.OrderByDescending(m => m.Id).FirstAsync(m => m.ComplaintId == gone.Id))).VisitId);
    }

    private static async Task<Outcome<Complaint>> CloseAsync(
        TestDatabase database, Visit visit, Complaint complaint, StaffScope staff, string note = "Kata RT sudah meninggal.", int? version = null)
    {
        var now = version ?? (await database.ReloadAsync(complaint)).Version;
        return await database.RunAsync<CloseAfterVisit, Complaint>(staff, (act, by, cancel) => act.DoAsync(new(visit.Id, now, note), staff, by, cancel));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Moved_died_and_not_found_count_only_once_another_has_approved(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        foreach (var (whom, outcome) in new[] { ("moved", VisitOutcome.Moved), ("died", VisitOutcome.Died), ("not_found", VisitOutcome.NotFound) })
        {
            var visit = await database.ReportedAsync(await database.LodgeAsync(TestData.Story()), Both, TestVisits.Gone(database.Today(), whom));

            // Act
            var own = await database.DecideAsync(visit, Both, VisitWorkflow.Approve);
            var before = (await database.ReloadAsync(visit)).Outcome;
            var other = await database.DecideAsync(visit, Supervisor, VisitWorkflow.Approve);

            // Assert
            Assert.Equal("own_report", Assert.Single(own.Refusals).Code);
            Assert.Null(before);
            Assert.Equal(outcome, other.Value.Outcome);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_had_a_hand_in_it_neither_approves_nor_returns_and_holds_it_no_longer(DatabaseProvider provider)
    {
        // Arrange: planned by one, one section by the other, sent by the first.
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var visit = (await database.PlanAsync(complaint, Both)).Value;
        await database.FillAsync(visit, Both);
        await database.NoteAsync(visit, Facilitator, "need", new Dictionary<string, string?>(TestVisits.Whole(database.Today())) { ["need.words"] = "Lantai juga rusak." });
        await database.SendAsync(visit, Facilitator);

        // Act
        var approve = await database.DecideAsync(visit, Both, VisitWorkflow.Approve);
        var giveBack = await database.DecideAsync(visit, Both, VisitWorkflow.Return, "Kurang.", "other");

        // Assert
        Assert.Equal("own_report", Assert.Single(approve.Refusals).Code);
        Assert.Equal("own_report", Assert.Single(giveBack.Refusals).Code);
        Assert.Null((await database.ReloadAsync(complaint)).AssignedTo);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Returned_with_reasons_it_is_corrected_and_both_reports_stay(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await database.EmployAsync(Facilitator);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));
        var visit = await database.ReportedAsync(complaint, Facilitator);

        // Act
        var bare = await database.DecideAsync(visit, Supervisor, VisitWorkflow.Return);
        var madeUp = await database.DecideAsync(visit, Supervisor, VisitWorkflow.Return, "Kurang.", "zzz");
        await database.DecideAsync(visit, Supervisor, VisitWorkflow.Return, "Berapa kamar yang bocor?", "incomplete", "photos_unclear");
        var back = await database.ReloadAsync(complaint);
        database.Clock.Advance(TimeSpan.FromHours(1));
        await database.NoteAsync(visit, Facilitator, "need", new Dictionary<string, string?>(TestVisits.Whole(database.Today())) { ["need.words"] = "Tiga kamar bocor." });
        await database.SendAsync(visit, Facilitator);
        await database.DecideAsync(visit, Supervisor, VisitWorkflow.Approve);

        // Assert
        Assert.Equal([VisitWorkflow.Reason, VisitWorkflow.Words], bare.Refusals.Select(r => r.Field));
        Assert.Equal("not_a_choice", Assert.Single(madeUp.Refusals).Code);
        Assert.Equal((ComplaintStatus.FieldVerification, Facilitator.StaffId), (back.Status, back.AssignedTo));
        Assert.Contains("sedang dilengkapi", (await database.SaidAsync(chat.Id))[^3], StringComparison.Ordinal);
        var rounds = await database.ReadAsync(db => db.VisitRounds.OrderBy(r => r.Round).ToListAsync());
        Assert.Equal([(1, (bool?)false, "incomplete photos_unclear"), (2, true, null)], rounds.Select(r => (r.Round, r.IsApproved, r.Reasons)));
        Assert.Equal(2, await database.ReadAsync(db => db.VisitValues.CountAsync(v => v.Field == "need.words")));
        Assert.Equal(1, await database.ReadAsync(db => db.VisitValues.CountAsync(v => v.Field == "house.people")));
        var sheet = await SheetAsync(database, visit, Supervisor);
        Assert.Equal(("Tiga kamar bocor.", "Atap bocor di dua kamar."), (sheet.Values["need.words"].Value, Assert.Single(sheet.Values["need.words"].Before)));
        Assert.Equal("Berapa kamar yang bocor?", sheet.Rounds[0].Words);
        var row = Assert.Single(await database.AskAsync<VisitQueries, IReadOnlyList<VisitRow>>(q => q.OfComplaintAsync(complaint.Id, Supervisor, CancellationToken.None)));
        Assert.Equal("Berapa kamar yang bocor?", Assert.Single(row.Returned).Words);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_decide_the_second_is_told_who_was_first(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (first, second) = (Supervisor, TestData.Staff(Role.Manager));
        await database.EmployAsync(first);
        var visit = await database.ReportedAsync(await database.LodgeAsync(TestData.Story()), Facilitator);
        DecideVisitInput Input(string verb) => new(visit.Id, visit.Version, verb, ["other"], "Kurang.");
        Task<Outcome<Visit>> ByAsync(StaffScope staff, string verb) => database.RunAsync<DecideVisit, Visit>(staff, (act, by, cancel) => act.DoAsync(Input(verb), staff, by, cancel));

        // Act
        var approved = await ByAsync(first, VisitWorkflow.Approve);
        var late = await ByAsync(second, VisitWorkflow.Return);

        // Assert
        Assert.True(approved.Succeeded);
        Assert.Equal(("visit_decided", first.Name), (Assert.Single(late.Refusals).Code, late.Refusals[0].Values["name"]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_at_the_same_instant_one_decides(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var staff = new[] { Supervisor, TestData.Staff(Role.Supervisor, "32.04.44"), TestData.Staff(Role.Manager) };
        foreach (var one in staff)
        {
            await database.EmployAsync(one);
        }

        var visit = await database.ReportedAsync(await database.LodgeAsync(TestData.Story()), Facilitator);

        // Act
        var outcomes = await Task.WhenAll(staff.Select(one => database.RunAsync<DecideVisit, Visit>(
            one, (act, by, cancel) => act.DoAsync(new(visit.Id, visit.Version, VisitWorkflow.Approve, [], null), one, by, cancel))));

        // Assert
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal("visit_decided", Assert.Single(o.Refusals).Code));
        Assert.Equal(1, await database.ReadAsync(db => db.ComplaintMoves.CountAsync(m => m.Verb == ComplaintWorkflow.ApproveVisit)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_four_noes(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var visit = (await database.PlanAsync(await database.LodgeAsync(TestData.Story()), Facilitator)).Value;

        // Act
        var early = await database.DecideAsync(visit, Supervisor, VisitWorkflow.Approve);
        var unable = await database.DecideAsync(visit, Facilitator, VisitWorkflow.Approve);
        var unseen = await database.DecideAsync(visit, TestData.Staff(Role.Supervisor, "32.04.37"), VisitWorkflow.Approve);
        var madeUp = await database.DecideAsync(visit, Supervisor, "cancel");
        var stale = await database.RunAsync<SendVisit, Visit>(Facilitator, (act, by, cancel) => act.DoAsync(new(visit.Id, -1), Facilitator, by, cancel));

        // Assert
        Assert.Equal("visit_not_sent", Assert.Single(early.Refusals).Code);
        Assert.Equal(RefusalKind.Forbidden, Assert.Single(unable.Refusals).Kind);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(unseen.Refusals).Kind);
        Assert.Equal("not_a_choice", Assert.Single(madeUp.Refusals).Code);
        Assert.Equal("stale", Assert.Single(stale.Refusals).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_arrows_of_the_field_are_taken_by_visits_alone(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var begin = await database.MoveAsync(complaint, ComplaintWorkflow.BeginVisit, Facilitator);
        await database.ReportedAsync(complaint, Facilitator);
        var approve = await database.MoveAsync(complaint, ComplaintWorkflow.ApproveVisit, Supervisor);
        var giveBack = await database.MoveAsync(complaint, ComplaintWorkflow.ReturnToField, Supervisor, note: "Kurang.");

        // Assert
        Assert.All(new[] { begin, approve, giveBack }, o => Assert.Equal(("required", ComplaintWorkflow.Visit), (Assert.Single(o.Refusals).Code, o.Refusals[0].Field)));
    }

    private static async Task<VisitSheet> SheetAsync(TestDatabase database, Visit visit, StaffScope reader)
    {
        var unseen = await database.AskAsync<VisitQueries, Unseen<VisitSheet>?>(q => q.FindAsync(visit.Id, reader, CancellationToken.None));
        return await database.AskAsync<Views, VisitSheet>(views => views.ShowAsync(unseen!, Provenance.Staff(reader.StaffId, database.Clock.UtcNow), CancellationToken.None));
    }
}
