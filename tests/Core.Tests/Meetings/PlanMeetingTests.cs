using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Meetings;

/// <summary>What comes before a village, who says so, and how it comes off again.</summary>
public sealed class PlanMeetingTests
{
    private static readonly StaffScope Coordinator = TestData.Staff(Role.Coordinator, TestData.Village);
    private static readonly StaffScope Neighbour = TestData.Staff(Role.Coordinator, TestData.OtherVillage);
    private static readonly StaffScope Counter = TestData.Staff(Role.Frontoffice);

    [Theory, OnSqlite, OnPostgres]
    public async Task All_that_wait_in_the_village_come_on_the_agenda_and_nothing_else(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (first, second) = (await database.CollectedAsync(), await database.CollectedAsync(kind: ProposalKind.Remove));
        var elsewhere = await database.CollectedAsync(await database.LodgeAsync(TestData.Story(village: TestData.OtherVillage)));

        // Act
        var meeting = (await database.PlanAsync(Coordinator)).Value;

        // Assert
        Assert.Equal([(first.Id, 1), (second.Id, 2)], (await database.ItemsAsync(meeting)).Select(i => (i.ProposalId, i.Ordinal)));
        Assert.Equal(ProposalStatus.OnAgenda, (await database.ReloadAsync(first)).Status);
        Assert.Equal(ProposalStatus.Collected, (await database.ReloadAsync(elsewhere)).Status);
        Assert.Equal(meeting.Id, (await database.ReadAsync(db => db.ProposalMoves.SingleAsync(m => m.ProposalId == first.Id))).PaperId);
        Assert.Equal((TestData.Village, "32.04", new DateOnly(database.Today().Year, database.Today().Month, 1)), (meeting.VillageCode, meeting.RegencyCode, meeting.Cycle));
        Assert.Equal(["meeting.planned"], await database.AuditedAsync(meeting.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_four_noes(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var empty = await database.PlanAsync(Coordinator);
        await database.CollectedAsync();

        // Act
        var unable = await database.PlanAsync(Counter);
        var elsewhere = await database.PlanAsync(Neighbour);
        var nowhere = await database.PlanAsync(TestData.Staff(Role.Manager), database.Plan(village: "32.04.44"));
        var late = await database.PlanAsync(Coordinator, database.Plan(61));
        var old = await database.PlanAsync(Coordinator, database.Plan(-32));
        var blank = await database.PlanAsync(Coordinator, database.Plan() with { Form = "zzz", On = null, Place = new string('x', 161) });
        var homeless = await database.PlanAsync(Coordinator, database.Plan() with { Place = " " });
        var input = database.Plan(60);
        var (first, twice) = (await database.PlanAsync(Coordinator, input), await database.PlanAsync(Coordinator, input));
        var nothingLeft = await database.PlanAsync(Coordinator);

        // Assert
        Assert.Equal("meeting_nothing", Assert.Single(empty.Refusals).Code);
        Assert.All([unable, elsewhere, nowhere], o => Assert.Equal(RefusalKind.Forbidden, Assert.Single(o.Refusals).Kind));
        Assert.Equal("meeting_day_wrong", Assert.Single(late.Refusals).Code);
        Assert.Equal("meeting_day_wrong", Assert.Single(old.Refusals).Code);
        Assert.Equal(["form", "on", "place"], blank.Refusals.Select(r => r.Field));
        Assert.Equal(("required", "place"), (Assert.Single(homeless.Refusals).Code, homeless.Refusals[0].Field));
        Assert.Equal(first.Value.Id, twice.Value.Id);
        Assert.Equal("meeting_nothing", Assert.Single(nothingLeft.Refusals).Code);
        Assert.Equal(1, await database.ReadAsync(db => db.VillageMeetings.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_delicate_goes_by_a_statement_and_never_before_a_meeting(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (ordinary, delicate) = (await database.CollectedAsync(), await database.CollectedAsync(await database.LodgeAsync(TestData.Story(category: "N8"))));
        var sees = TestData.Staff(Role.Coordinator, TestData.Village, readsSensitive: true);

        // Act
        var meeting = (await database.PlanAsync(sees)).Value;
        var added = await AddAsync(database, meeting, sees, delicate.Id);
        var unseen = await AddAsync(database, meeting, Coordinator, delicate.Id);
        var hidden = await database.StateAsync(Coordinator, delicate.Id);
        var (theirs, mine) = (await SheetAsync(database, meeting, sees), await SheetAsync(database, meeting, Coordinator));
        var statement = (await database.StateAsync(sees, delicate.Id)).Value;

        // Assert
        Assert.Equal(ordinary.Id, Assert.Single(await database.ItemsAsync(meeting)).ProposalId);
        Assert.Equal("meeting_delicate", Assert.Single(added.Refusals).Code);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(unseen.Refusals).Kind);
        Assert.Equal("meeting_item_gone", Assert.Single(hidden.Refusals).Code);
        Assert.Equal((1, 0), (theirs!.Delicate, mine!.Delicate));
        Assert.Equal(delicate.Id, Assert.Single(await database.ItemsAsync(statement)).ProposalId);
        Assert.Null(await SheetAsync(database, statement, Coordinator));
        Assert.DoesNotContain((await BoardAsync(database, Coordinator)).Planned, r => r.Meeting.Id == statement.Id);
        Assert.Contains((await BoardAsync(database, sees)).Planned, r => r.Meeting.Id == statement.Id && r.Items == 1);
        Assert.Equal(RefusalKind.NotFound, Assert.Single((await database.DecideAsync(statement, delicate, Coordinator)).Refusals).Kind);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_comes_later_is_added_and_what_has_to_wait_is_taken_off(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var first = await database.CollectedAsync();
        var meeting = (await database.PlanAsync(Coordinator)).Value;
        var (second, third) = (await database.CollectedAsync(), await database.CollectedAsync());

        // Act
        var one = await AddAsync(database, meeting, Coordinator, second.Id);
        var again = await AddAsync(database, meeting, Coordinator, second.Id);
        var rest = await AddAsync(database, meeting, Coordinator);
        var none = await AddAsync(database, meeting, Coordinator);
        var item = (await database.ItemsAsync(meeting))[0];
        var stranger = await OffAsync(database, meeting, Neighbour, item.Id);
        var off = await OffAsync(database, meeting, Coordinator, item.Id);
        var twice = await OffAsync(database, meeting, Coordinator, item.Id);
        var other = (await database.PlanAsync(Coordinator)).Value;
        var gone = await AddAsync(database, meeting, Coordinator, first.Id);

        // Assert
        Assert.True(one.Succeeded && again.Succeeded && rest.Succeeded && off.Succeeded);
        Assert.Equal("meeting_nothing", Assert.Single(none.Refusals).Code);
        Assert.All([stranger, twice], o => Assert.Equal(RefusalKind.NotFound, Assert.Single(o.Refusals).Kind));
        Assert.Equal([(second.Id, 2), (third.Id, 3)], (await database.ItemsAsync(meeting)).Select(i => (i.ProposalId, i.Ordinal)));
        Assert.Equal(first.Id, Assert.Single(await database.ItemsAsync(other)).ProposalId);
        Assert.Equal("meeting_item_gone", Assert.Single(gone.Refusals).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Cancelled_it_gives_back_what_lay_on_it_and_forgets_its_guests(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var proposal = await database.CollectedAsync();
        var meeting = (await database.PlanAsync(Coordinator)).Value;
        await database.GatherAsync(meeting, Coordinator);
        var now = await database.ReloadAsync(meeting);

        // Act
        var unreasoned = await CancelAsync(database, now, "zzz");
        var stale = await CancelAsync(database, now, "too_few", now.Version - 1);
        var cancelled = await CancelAsync(database, now, "too_few");
        var twice = await CancelAsync(database, now, "too_few");
        var other = await CancelAsync(database, now, "other");
        var late = await database.DecideAsync(meeting, proposal, Coordinator);

        // Assert
        Assert.Equal(("required", "reason"), (Assert.Single(unreasoned.Refusals).Code, unreasoned.Refusals[0].Field));
        Assert.Equal("stale", Assert.Single(stale.Refusals).Code);
        Assert.True(twice.Succeeded);
        Assert.Equal((MeetingStatus.Cancelled, "too_few"), (cancelled.Value.Status, cancelled.Value.CancelReason));
        Assert.All([other.Refusals, late.Refusals], r => Assert.Equal("meeting_closed", Assert.Single(r).Code));
        Assert.Equal(ProposalStatus.Collected, (await database.ReloadAsync(proposal)).Status);
        Assert.Empty(await database.ReadAsync(db => db.MeetingGuests.ToListAsync()));
        Assert.True((await database.PlanAsync(Coordinator)).Succeeded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Guests_are_written_down_with_what_they_are_and_counted(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await database.CollectedAsync();
        var meeting = (await database.PlanAsync(Coordinator)).Value;
        var id = SequentialId.Next(database.Clock.UtcNow);
        Task<Outcome<MeetingGuest>> InviteAsync(string? name, string? role, StaffScope? by = null) => database.RunAsync<InviteGuest, MeetingGuest>(
            by ?? Coordinator, (act, at, cancel) => act.DoAsync(new(meeting.Id, id, name, role), by ?? Coordinator, at, cancel));

        // Act
        var empty = await InviteAsync(" ", "zzz");
        var tooLong = await InviteAsync(new string('x', 121), "council");
        var stranger = await InviteAsync("Pak Ujang", "council", Neighbour);
        var (guest, twice) = (await InviteAsync(" Pak  Ujang ", "council"), await InviteAsync("Pak Ujang", "council"));
        await database.GatherAsync(meeting, Coordinator, invited: 2, present: 1);
        var sheet = await SheetAsync(database, meeting, Coordinator);
        var removed = await database.RunAsync<RemoveGuest, VillageMeeting>(Coordinator, (act, by, cancel) => act.DoAsync(meeting.Id, id, Coordinator, by, cancel));
        var again = await database.RunAsync<RemoveGuest, VillageMeeting>(Coordinator, (act, by, cancel) => act.DoAsync(meeting.Id, id, Coordinator, by, cancel));

        // Assert
        Assert.Equal(["name", "role"], empty.Refusals.Select(r => r.Field));
        Assert.Equal("too_long", Assert.Single(tooLong.Refusals).Code);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(stranger.Refusals).Kind);
        Assert.Equal(guest.Value.Id, twice.Value.Id);
        Assert.Equal((3, 1), (sheet!.Meeting.Invited, sheet.Meeting.Present));
        Assert.Equal("Pak Ujang", sheet.Guests[0].Name);
        Assert.Equal((2, 1), (removed.Value.Invited, removed.Value.Present));
        Assert.Equal(RefusalKind.NotFound, Assert.Single(again.Refusals).Kind);
    }

    private static Task<Outcome<VillageMeeting>> AddAsync(TestDatabase database, VillageMeeting meeting, StaffScope staff, Guid? proposal = null) =>
        database.RunAsync<AddToAgenda, VillageMeeting>(staff, (act, by, cancel) => act.DoAsync(new(meeting.Id, proposal), staff, by, cancel));

    private static Task<Outcome<VillageMeeting>> OffAsync(TestDatabase database, VillageMeeting meeting, StaffScope staff, Guid item) =>
        database.RunAsync<TakeOffAgenda, VillageMeeting>(staff, (act, by, cancel) => act.DoAsync(meeting.Id, item, staff, by, cancel));

    private static Task<Outcome<VillageMeeting>> CancelAsync(TestDatabase database, VillageMeeting meeting, string reason, int? version = null) =>
        database.RunAsync<CancelMeeting, VillageMeeting>(Coordinator, (act, by, cancel) => act.DoAsync(new(meeting.Id, version ?? meeting.Version, reason), Coordinator, by, cancel));

    private static Task<MeetingBoard> BoardAsync(TestDatabase database, StaffScope reader) =>
        database.AskAsync<MeetingQueries, MeetingBoard>(queries => queries.BoardAsync(reader, default));

    private static Task<MeetingSheet?> SheetAsync(TestDatabase database, VillageMeeting meeting, StaffScope reader) =>
        database.AskAsync<MeetingQueries, MeetingSheet?>(async queries => (await queries.FindAsync(meeting.Id, reader, default))?.Words);
}
