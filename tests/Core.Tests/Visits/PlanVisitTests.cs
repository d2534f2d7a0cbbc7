using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Visits;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Visits;

/// <summary>When somebody goes there, who may say so, and what the resident hears of it.</summary>
public sealed class PlanVisitTests
{
    private static readonly StaffScope Facilitator = TestData.Staff(Role.Facilitator, TestData.Village);
    private static readonly StaffScope Neighbour = TestData.Staff(Role.Facilitator, TestData.OtherVillage);
    private static readonly StaffScope Office = TestData.Staff(Role.Manager);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_village_begins_with_a_visit_and_its_resident_hears_the_day(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await database.EmployAsync(Facilitator);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));

        // Act
        var visit = (await database.PlanAsync(complaint, Facilitator)).Value;

        // Assert
        var said = Assert.Single(await database.SaidAsync(chat.Id), text => text.Contains("akan datang", StringComparison.Ordinal));
        Assert.Contains($"{Facilitator.Name}, Fasilitator", said, StringComparison.Ordinal);
        Assert.Contains("pagi", said, StringComparison.Ordinal);
        Assert.Contains("jangan beri uang", said, StringComparison.Ordinal);
        var now = await database.ReloadAsync(complaint);
        Assert.Equal((ComplaintStatus.FieldVerification, Facilitator.StaffId), (now.Status, now.AssignedTo));
        var task = await database.ReadAsync(db => db.WorkTasks.SingleAsync());
        Assert.Equal((TaskKind.Visit, Role.Facilitator, visit.PlannedOn), (task.Kind, task.DeskRole!.Value, task.DueOn));
        Assert.NotNull(task.TouchedAt);
        Assert.Equal(["visit.planned"], await database.AuditedAsync(visit.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_four_noes(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var elsewhere = await database.LodgeAsync(TestData.Story());
        await database.MoveAsync(elsewhere, "review", Office);
        PlanVisitInput On(int days, PartOfDay? part = PartOfDay.Noon) => new(SequentialId.Next(database.Clock.UtcNow), complaint.Id, database.Today().AddDays(days), part, null);

        // Act
        var unseen = await database.PlanAsync(complaint, Neighbour);
        var unable = await database.PlanAsync(complaint, Office);
        var past = await database.PlanAsync(complaint, Facilitator, On(-1));
        var late = await database.PlanAsync(complaint, Facilitator, On(61, null));
        var notThere = await database.PlanAsync(elsewhere, Facilitator);
        var input = On(3);
        var first = await database.PlanAsync(complaint, Facilitator, input);
        var twice = await database.PlanAsync(complaint, Facilitator, input);
        var second = await database.PlanAsync(complaint, Facilitator, On(4));

        // Assert
        Assert.Equal(RefusalKind.NotFound, Assert.Single(unseen.Refusals).Kind);
        Assert.Equal(RefusalKind.Forbidden, Assert.Single(unable.Refusals).Kind);
        Assert.Equal("visit_day_wrong", Assert.Single(past.Refusals).Code);
        Assert.Equal(["visit_day_wrong", "required"], late.Refusals.Select(r => r.Code));
        Assert.Equal("not_in_field", Assert.Single(notThere.Refusals).Code);
        Assert.Equal(first.Value.Id, twice.Value.Id);
        Assert.Equal("visit_runs", Assert.Single(second.Refusals).Code);
        Assert.Equal(1, await database.ReadAsync(db => db.Visits.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_about_the_facilitator_is_not_theirs_to_visit(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var about = await database.LodgeAsync(TestData.Story(category: "P2") with { Concerns = Concern.VillageOffice });
        var sees = TestData.Staff(Role.Facilitator, TestData.Village, readsSensitive: true);
        var ordinary = await database.LodgeAsync(TestData.Story());
        var visit = (await database.PlanAsync(ordinary, Facilitator)).Value;

        // Act
        var theirs = await database.PlanAsync(about, sees);
        await database.RunAsync<Recuse, Complaint>(Facilitator, (act, by, cancel) => act.DoAsync(ordinary.Id, Facilitator, by, cancel));
        var aside = await database.NoteAsync(visit, Facilitator, "met", TestVisits.Whole(database.Today()));

        // Assert
        Assert.Equal(RefusalKind.NotFound, Assert.Single(theirs.Refusals).Kind);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(aside.Refusals).Kind);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Moved_and_cancelled_it_is_told_and_the_complaint_stays_in_the_field(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));
        var visit = (await database.PlanAsync(complaint, Facilitator)).Value;

        // Act
        var stale = await RescheduleAsync(database, visit, new(visit.Id, visit.Version - 1, database.Today().AddDays(4), PartOfDay.Noon, "weather"));
        var empty = await RescheduleAsync(database, visit, new(visit.Id, visit.Version, null, null, "zzz"));
        var moved = (await RescheduleAsync(database, visit, new(visit.Id, visit.Version, database.Today().AddDays(4), PartOfDay.Noon, "not_home"))).Value;
        var unreasoned = await CancelAsync(database, moved, null);
        var cancelled = await CancelAsync(database, moved, "resident_wish");

        // Assert
        Assert.Equal("stale", Assert.Single(stale.Refusals).Code);
        Assert.Equal(["visit_day_wrong", "required", "required"], empty.Refusals.Select(r => r.Code));
        Assert.Equal("required", Assert.Single(unreasoned.Refusals).Code);
        Assert.Equal((VisitStatus.Cancelled, "resident_wish"), (cancelled.Value.Status, cancelled.Value.CancelReason));
        var said = await database.SaidAsync(chat.Id);
        Assert.Contains("tidak bertemu siapa pun", said[^2], StringComparison.Ordinal);
        Assert.Contains("tidak jadi", said[^1], StringComparison.Ordinal);
        Assert.Equal(ComplaintStatus.FieldVerification, (await database.ReloadAsync(complaint)).Status);
        Assert.True((await database.PlanAsync(complaint, Facilitator)).Succeeded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_ends_when_the_complaint_goes_another_way(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var (asked, served) = (await database.LodgeAsync(TestData.Story(chat.Id)), await database.LodgeAsync(TestData.Story(chat.Id)));
        var (first, second) = ((await database.PlanAsync(asked, Facilitator)).Value, (await database.PlanAsync(served, Facilitator)).Value);

        // Act
        await database.MoveAsync(asked, "ask_resident", Facilitator, message: "Rumahnya di mana?");
        await database.MoveAsync(served, "serve_directly", Facilitator, message: "Beras sudah diantar.");

        // Assert
        Assert.Equal((VisitStatus.Cancelled, VisitReasons.MovedOn), ((await database.ReloadAsync(first)).Status, (await database.ReloadAsync(first)).CancelReason));
        Assert.Equal(VisitStatus.Cancelled, (await database.ReloadAsync(second)).Status);
        Assert.Single(await database.SaidAsync(chat.Id), text => text.Contains("tidak jadi", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_resident_who_cannot_is_heard_by_whoever_comes(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));
        Task<Outcome<Visit>> SayAsync(Guid from) => database.Units.RunAsync<SayCannot, Visit>(
            (act, cancel) => act.DoAsync(complaint.Id, Provenance.Resident(from, "telegram", database.Clock.UtcNow), cancel), CancellationToken.None);
        var early = await SayAsync(chat.Id);
        var visit = (await database.PlanAsync(complaint, Facilitator)).Value;

        // Act
        var stranger = await SayAsync((await database.ConversationAsync(address: "2")).Id);
        var said = await SayAsync(chat.Id);
        var now = await database.ReloadAsync(visit);
        await RescheduleAsync(database, now, new(now.Id, now.Version, database.Today().AddDays(2), PartOfDay.Afternoon, "resident_cannot"));

        // Assert
        Assert.Equal("no_visit", Assert.Single(early.Refusals).Code);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(stranger.Refusals).Kind);
        Assert.NotNull(said.Value.CannotAt);
        Assert.Null((await database.ReloadAsync(visit)).CannotAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_stopped_news_or_is_in_danger_is_sent_none(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));
        await database.Gate.ExecuteAsync(commands => commands.ExecuteAsync("update conversation set notices_stopped_at = created_at"), CancellationToken.None);

        // Act
        await database.PlanAsync(complaint, Facilitator);

        // Assert
        Assert.Equal(0, await database.ReadAsync(db => db.OutboundMessages.CountAsync(m => m.Kind == OutboundKind.Notice && m.State != OutboundState.Cancelled)));
    }

    private static Task<Outcome<Visit>> RescheduleAsync(TestDatabase database, Visit visit, RescheduleVisitInput input) =>
        database.RunAsync<RescheduleVisit, Visit>(Facilitator, (act, by, cancel) => act.DoAsync(input with { VisitId = visit.Id }, Facilitator, by, cancel));

    private static Task<Outcome<Visit>> CancelAsync(TestDatabase database, Visit visit, string? reason) =>
        database.RunAsync<CancelVisit, Visit>(Facilitator, (act, by, cancel) => act.DoAsync(new(visit.Id, visit.Version, reason), Facilitator, by, cancel));
}
