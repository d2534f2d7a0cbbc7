using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Meetings;

/// <summary>What a village says of each family, when the meeting is over, and that only its signed minutes count.</summary>
public sealed class MeetingDecisionTests
{
    private static readonly StaffScope Coordinator = TestData.Staff(Role.Coordinator, TestData.Village);
    private static readonly StaffScope Colleague = TestData.Staff(Role.Facilitator, TestData.Village);
    private static readonly StaffScope Neighbour = TestData.Staff(Role.Coordinator, TestData.OtherVillage);

    [Theory, OnSqlite, OnPostgres]
    public async Task Decisions_count_with_the_signed_minutes_and_not_before(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (added, refused, deferred) = (await database.CollectedAsync(), await database.CollectedAsync(kind: ProposalKind.Correct), await database.CollectedAsync(kind: ProposalKind.Remove));
        var meeting = (await database.PlanAsync(Coordinator)).Value;
        await database.GatherAsync(meeting, Coordinator);
        await database.DecideAsync(meeting, added, Coordinator);
        await database.DecideAsync(meeting, refused, Colleague, "refuse", "lives_well", "Punya dua mobil.");
        await database.DecideAsync(meeting, deferred, Coordinator, "defer");

        // Act
        var early = await database.SignAsync(meeting, Coordinator);
        var closed = (await database.CloseAsync(meeting, Coordinator)).Value;
        var before = (await database.ReloadAsync(added)).Status;
        var unnumbered = await database.SignAsync(meeting, Coordinator, number: " ");
        var stale = await database.SignAsync(meeting, Coordinator, version: closed.Version - 1);
        var stranger = await database.SignAsync(meeting, Neighbour);
        var signed = (await database.SignAsync(meeting, Coordinator)).Value;
        var twice = await database.SignAsync(meeting, Colleague);

        // Assert
        Assert.Equal("meeting_not_closed", Assert.Single(early.Refusals).Code);
        Assert.Equal(ProposalStatus.OnAgenda, before);
        Assert.Equal(("required", "number"), (Assert.Single(unnumbered.Refusals).Code, unnumbered.Refusals[0].Field));
        Assert.Equal("stale", Assert.Single(stale.Refusals).Code);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(stranger.Refusals).Kind);
        Assert.Equal(signed.MinutesId, twice.Value.MinutesId);
        Assert.Equal(
            [ProposalStatus.Agreed, ProposalStatus.Refused, ProposalStatus.Collected],
            [(await database.ReloadAsync(added)).Status, (await database.ReloadAsync(refused)).Status, (await database.ReloadAsync(deferred)).Status]);
        var move = await database.ReadAsync(db => db.ProposalMoves.SingleAsync(m => m.ProposalId == refused.Id && m.ToStatus == ProposalStatus.Refused));
        Assert.Equal(("lives_well", meeting.Id), (move.Reason, move.PaperId));
        Assert.NotNull(move.Words);
        Assert.Equal(1, await database.ReadAsync(db => db.StoredFiles.CountAsync()));
        Assert.Equal(deferred.Id, Assert.Single(await database.ItemsAsync((await database.PlanAsync(Coordinator)).Value)).ProposalId);
        Assert.Equal(
            ["meeting.planned", .. Enumerable.Repeat("meeting.guest_invited", 3), "meeting.presence_noted", .. Enumerable.Repeat("meeting.item_decided", 3), "meeting.closed", "meeting.signed"],
            await database.AuditedAsync(meeting.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_closes_when_all_is_decided_more_than_half_are_there_and_its_day_has_come(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (first, second) = (await database.CollectedAsync(), await database.CollectedAsync());
        var meeting = (await database.PlanAsync(Coordinator, database.Plan(1))).Value;
        await database.GatherAsync(meeting, Coordinator, invited: 4, present: 2);
        await database.DecideAsync(meeting, first, Coordinator);

        // Act
        var early = await database.CloseAsync(meeting, Coordinator);
        database.Clock.Advance(TimeSpan.FromDays(1));
        await database.DecideAsync(meeting, second, Coordinator);
        var half = await database.CloseAsync(meeting, Coordinator);
        await database.GatherAsync(meeting, Coordinator, invited: 1, present: 1);
        var seen = await database.ReloadAsync(meeting);
        var stale = await database.CloseAsync(meeting, Coordinator, seen.Version - 1);
        var closed = await database.CloseAsync(meeting, Coordinator);
        var twice = await database.CloseAsync(meeting, Coordinator);
        var late = await database.CloseAsync(meeting, Colleague);
        var stranger = await database.CloseAsync(meeting, Neighbour);

        // Assert
        Assert.Equal(["meeting_not_yet", "meeting_undecided", "meeting_no_quorum"], early.Refusals.Select(r => r.Code));
        Assert.Equal("1", early.Refusals[1].Values["count"]);
        Assert.Equal(("2", "4"), (early.Refusals[2].Values["present"], early.Refusals[2].Values["invited"]));
        Assert.Equal("meeting_no_quorum", Assert.Single(half.Refusals).Code);
        Assert.Equal("stale", Assert.Single(stale.Refusals).Code);
        Assert.Equal((MeetingStatus.Closed, 5, 3), (closed.Value.Status, closed.Value.Invited, closed.Value.Present));
        Assert.Equal(closed.Value.Version, twice.Value.Version);
        Assert.Equal("meeting_closed", Assert.Single(late.Refusals).Code);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(stranger.Refusals).Kind);
        Assert.Equal("meeting_closed", Assert.Single((await database.DecideAsync(meeting, first, Coordinator, "defer")).Refusals).Code);
        Assert.Single(await database.AuditedAsync(meeting.Id), verb => verb == "meeting.closed");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_statement_needs_nobody_but_something_to_say(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (chosen, other) = (await database.CollectedAsync(), await database.CollectedAsync());
        var unchosen = await database.StateAsync(Coordinator);
        var statement = (await database.StateAsync(Coordinator, chosen.Id)).Value;
        var item = Assert.Single(await database.ItemsAsync(statement));

        // Act
        await database.RunAsync<TakeOffAgenda, VillageMeeting>(Coordinator, (act, by, cancel) => act.DoAsync(statement.Id, item.Id, Coordinator, by, cancel));
        var empty = await database.CloseAsync(statement, Coordinator);
        await database.RunAsync<AddToAgenda, VillageMeeting>(Coordinator, (act, by, cancel) => act.DoAsync(new(statement.Id, chosen.Id), Coordinator, by, cancel));
        await database.DecideAsync(statement, chosen, Coordinator);
        var closed = await database.CloseAsync(statement, Coordinator);
        await database.SignAsync(statement, Coordinator);

        // Assert
        Assert.Equal(("meeting_nothing", "proposals"), (Assert.Single(unchosen.Refusals).Code, unchosen.Refusals[0].Field));
        Assert.Equal("meeting_empty", Assert.Single(empty.Refusals).Code);
        Assert.True(closed.Succeeded);
        Assert.Equal((ProposalStatus.Agreed, ProposalStatus.Collected), ((await database.ReloadAsync(chosen)).Status, (await database.ReloadAsync(other)).Status));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_later_word_corrects_the_first_and_the_audit_keeps_both(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var proposal = await database.CollectedAsync();
        var meeting = (await database.PlanAsync(Coordinator)).Value;

        // Act
        var unsaid = await database.DecideAsync(meeting, proposal, Coordinator, "zzz");
        var unreasoned = await database.DecideAsync(meeting, proposal, Coordinator, "refuse", "dead");
        var wordless = await database.DecideAsync(meeting, proposal, Coordinator, "refuse", "other");
        var tooLong = await database.DecideAsync(meeting, proposal, Coordinator, words: new string('x', 1001));
        var stranger = await database.DecideAsync(meeting, proposal, Neighbour);
        var missing = await database.DecideAsync(meeting, await database.CollectedAsync(), Coordinator);
        var first = (await database.DecideAsync(meeting, proposal, Coordinator)).Value;
        var stale = await database.DecideAsync(meeting, proposal, Colleague, "defer", version: first.Version - 1);
        var twice = await database.DecideAsync(meeting, proposal, Coordinator, version: first.Version - 1);
        var corrected = (await database.DecideAsync(meeting, proposal, Colleague, "refuse", "not_resident")).Value;

        // Assert
        Assert.Equal(("required", "decision"), (Assert.Single(unsaid.Refusals).Code, unsaid.Refusals[0].Field));
        Assert.Equal(("required", "reason"), (Assert.Single(unreasoned.Refusals).Code, unreasoned.Refusals[0].Field));
        Assert.Equal(("required", "words"), (Assert.Single(wordless.Refusals).Code, wordless.Refusals[0].Field));
        Assert.Equal("too_long", Assert.Single(tooLong.Refusals).Code);
        Assert.All([stranger, missing], o => Assert.Equal(RefusalKind.NotFound, Assert.Single(o.Refusals).Kind));
        Assert.Equal("stale", Assert.Single(stale.Refusals).Code);
        Assert.True(twice.Succeeded);
        Assert.Equal((MeetingDecision.Refuse, "not_resident", Colleague.StaffId), (corrected.Decision!.Value, corrected.Reason, corrected.DecidedBy!.Value));
        var acts = await database.ReadAsync(db => db.AuditActs.Where(a => a.Verb == "meeting.item_decided").OrderBy(a => a.Id).Select(a => a.Data).ToListAsync());
        Assert.Equal(2, acts.Count);
        Assert.Contains("\"before\":{\"decision\":\"agree\"", acts[1], StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_wrong_file_gives_way_until_somebody_has_built_on_it(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var proposal = await database.CollectedAsync();
        var statement = (await database.StateAsync(Coordinator, proposal.Id)).Value;
        await database.DecideAsync(statement, proposal, Coordinator);
        await database.CloseAsync(statement, Coordinator);
        var signed = (await database.SignAsync(statement, Coordinator)).Value;

        // Act
        var unreasoned = await database.SignAsync(statement, Colleague, file: 2, number: null);
        var replaced = (await database.SignAsync(statement, Colleague, file: 2, number: null, reason: "wrong_file")).Value;
        var status = (await database.ReloadAsync(proposal)).Status;
        var manager = TestData.Staff(Role.Manager);
        await StrikeAsync(database, proposal, manager);
        var late = await database.SignAsync(statement, Colleague, file: 3, reason: "unreadable");
        var opened = await OpenAsync(database, statement, Coordinator);
        var stranger = await OpenAsync(database, statement, Neighbour);

        // Assert
        Assert.Equal(("required", "reason"), (Assert.Single(unreasoned.Refusals).Code, unreasoned.Refusals[0].Field));
        Assert.NotEqual(signed.MinutesId, replaced.MinutesId);
        Assert.Equal((signed.SignedAt, signed.SignedBy), (replaced.SignedAt, replaced.SignedBy));
        Assert.Equal(ProposalStatus.Agreed, status);
        Assert.Equal("minutes_in_use", Assert.Single(late.Refusals).Code);
        Assert.Equal(replaced.MinutesId, opened.Value.Id);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(stranger.Refusals).Kind);
        Assert.Equal(replaced.MinutesId, Assert.Single(await database.ReadAsync(db => db.StoredFiles.Select(f => f.Id).ToListAsync())));
        Assert.Equal(["meeting.signed", "meeting.minutes_replaced", "meeting.minutes_opened"], (await database.AuditedAsync(statement.Id))[^3..]);
    }

    private static Task<Outcome<StoredFile>> OpenAsync(TestDatabase database, VillageMeeting meeting, StaffScope staff) =>
        database.RunAsync<OpenMinutes, StoredFile>(staff, (act, by, cancel) => act.DoAsync(meeting.Id, staff, by, cancel));

    private static Task<Outcome<Proposal>> StrikeAsync(TestDatabase database, Proposal proposal, StaffScope staff) => database.RunAsync<MoveItems, Proposal>(
        staff, (act, by, cancel) => act.ApplyAsync(proposal.Id, ProposalWorkflow.Strike, new Given(by) { May = _ => true }.With(ProposalWorkflow.Reason, "official"), cancel));
}
