using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Meetings;

/// <summary>A complaint goes another way while its proposal lies before the village.</summary>
public sealed class LeaveAgendaTests
{
    private static readonly StaffScope Coordinator = TestData.Staff(Role.Coordinator, TestData.Village);
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager, readsSensitive: true);

    public enum Turn
    {
        Delicate,
        Aside,
        Elsewhere,
    }

    [Theory]
    [OnSqlite(Turn.Delicate), OnSqlite(Turn.Aside), OnSqlite(Turn.Elsewhere), OnPostgres(Turn.Delicate), OnPostgres(Turn.Aside), OnPostgres(Turn.Elsewhere)]
    public async Task What_may_not_be_talked_about_any_more_comes_off_by_itself(DatabaseProvider provider, Turn turn)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var (proposal, stays) = (await database.CollectedAsync(complaint), await database.CollectedAsync());
        var meeting = (await database.PlanAsync(Coordinator)).Value;
        await database.DecideAsync(meeting, stays, Coordinator);
        await database.GatherAsync(meeting, Coordinator);

        // Act
        await TurnAsync(database, complaint, turn);
        var closed = await database.CloseAsync(meeting, Coordinator);

        // Assert: nothing that is kept from the village stands in the way of its closing.
        Assert.Equal(ProposalStatus.Collected, (await database.ReloadAsync(proposal)).Status);
        Assert.Equal(stays.Id, Assert.Single(await database.ItemsAsync(meeting)).ProposalId);
        Assert.True(closed.Succeeded);
        Assert.Contains("meeting.item_taken_off", await database.AuditedAsync(meeting.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Withdrawn_before_the_meeting_is_closed_it_is_withdrawn_with_its_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));
        var proposal = await database.CollectedAsync(complaint);
        var meeting = (await database.PlanAsync(Coordinator)).Value;

        // Act
        await WithdrawAsync(database, complaint, chat);

        // Assert
        Assert.Equal(ProposalStatus.Withdrawn, (await database.ReloadAsync(proposal)).Status);
        Assert.Empty(await database.ItemsAsync(meeting));
        Assert.Equal("meeting_empty", (await database.CloseAsync(meeting, Coordinator)).Refusals[0].Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Withdrawn_afterwards_the_paper_still_counts_and_the_proposal_ends_with_it(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));
        var proposal = await database.CollectedAsync(complaint);
        var meeting = await ClosedAsync(database, proposal);

        // Act
        await WithdrawAsync(database, complaint, chat);
        var before = (await database.ReloadAsync(proposal)).Status;
        var signed = await database.SignAsync(meeting, Coordinator);

        // Assert
        Assert.Equal(ProposalStatus.OnAgenda, before);
        Assert.True(signed.Succeeded);
        Assert.Equal(ProposalStatus.Withdrawn, (await database.ReloadAsync(proposal)).Status);
        var moves = await database.ReadAsync(db => db.ProposalMoves.Where(m => m.ProposalId == proposal.Id).OrderBy(m => m.Id).Select(m => new { m.Verb, m.Reason }).ToListAsync());
        Assert.Equal([("put_on_agenda", null), ("agree", null), ("withdraw", "resident_withdrew")], moves.Select(m => (m.Verb, m.Reason)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Delicate_afterwards_it_is_not_shown_and_is_decided_all_the_same(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var proposal = await database.CollectedAsync(complaint);
        var meeting = await ClosedAsync(database, proposal, await database.CollectedAsync());

        // Act
        await TurnAsync(database, complaint, Turn.Delicate);
        var (mine, theirs) = (await SheetAsync(database, meeting, Coordinator), await SheetAsync(database, meeting, Manager));
        var signed = await database.SignAsync(meeting, Coordinator);
        var opened = await OpenAsync(database, meeting, Coordinator);
        var openedAbove = await OpenAsync(database, meeting, Manager);

        // Assert
        Assert.Equal((1, false), (mine!.Lines.Count, mine.IsWhole));
        Assert.Equal((2, true), (theirs!.Lines.Count, theirs.IsWhole));
        Assert.True(signed.Succeeded && openedAbove.Succeeded);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(opened.Refusals).Kind);
        Assert.Equal(ProposalStatus.Agreed, (await database.ReloadAsync(proposal)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Placed_elsewhere_afterwards_the_village_that_decided_has_decided(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var proposal = await database.CollectedAsync(complaint);
        var meeting = await ClosedAsync(database, proposal);

        // Act
        await TurnAsync(database, complaint, Turn.Elsewhere);
        var signed = await database.SignAsync(meeting, Coordinator);

        // Assert
        Assert.True(signed.Succeeded);
        Assert.Equal(ProposalStatus.Agreed, (await database.ReloadAsync(proposal)).Status);
    }

    private static async Task<VillageMeeting> ClosedAsync(TestDatabase database, params Proposal[] proposals)
    {
        var meeting = (await database.PlanAsync(Coordinator)).Value;
        await database.GatherAsync(meeting, Coordinator);
        foreach (var proposal in proposals)
        {
            await database.DecideAsync(meeting, proposal, Coordinator);
        }

        return (await database.CloseAsync(meeting, Coordinator)).Value;
    }

    private static async Task TurnAsync(TestDatabase database, Complaint complaint, Turn turn)
    {
        var now = await database.ReloadAsync(complaint);
        var key = SequentialId.Next(database.Clock.UtcNow);
        var turned = turn switch
        {
            Turn.Delicate => await database.RunAsync<RecategoriseComplaint, Complaint>(
                Manager, (act, by, cancel) => act.DoAsync(new(now.Id, now.Version, "P1", true, null, "Ternyata peka.", key), Manager, by, cancel)),
            Turn.Aside => await database.RunAsync<Recuse, Complaint>(Manager, (act, by, cancel) => act.DoAsync(now.Id, Manager, by, cancel)),
            _ => await database.RunAsync<PlaceComplaint, Complaint>(
                Manager, (act, by, cancel) => act.DoAsync(new(now.Id, now.Version, TestData.OtherVillage) { NoteId = key }, Manager, by, cancel)),
        };
        Assert.Empty(turned.Refusals);
    }

    private static async Task WithdrawAsync(TestDatabase database, Complaint complaint, Conversation chat) => Assert.Empty((await database.Units.RunAsync<WithdrawComplaint, Complaint>(
        (act, cancel) => act.DoAsync(complaint.Id, null, Provenance.Resident(chat.Id, "telegram", database.Clock.UtcNow), cancel), default)).Refusals);

    private static Task<MeetingSheet?> SheetAsync(TestDatabase database, VillageMeeting meeting, StaffScope reader) =>
        database.AskAsync<MeetingQueries, MeetingSheet?>(async queries => (await queries.FindAsync(meeting.Id, reader, default))?.Words);

    private static Task<Outcome<StoredFile>> OpenAsync(TestDatabase database, VillageMeeting meeting, StaffScope staff) =>
        database.RunAsync<OpenMinutes, StoredFile>(staff, (act, by, cancel) => act.DoAsync(meeting.Id, staff, by, cancel));
}
