using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Tellings;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Tellings;

public sealed class TellingTests
{
    private static readonly StaffScope Office = TestData.Staff(Role.Manager);
    private static readonly StaffScope Facilitator = TestData.Staff(Role.Facilitator, TestData.Village);

    [Theory, OnSqlite, OnPostgres]
    public async Task An_outcome_that_no_chat_takes_is_the_facilitators_task(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        await database.MoveAsync(complaint, "review", Office);
        var between = await database.ReadAsync(db => db.Tellings.CountAsync());
        await database.MoveAsync(complaint, "reject", Office, message: "Data sudah penuh.", reason: "quota_used_up");

        // Assert
        var telling = await database.ReadAsync(db => db.Tellings.SingleAsync());
        Assert.Equal((0, TellingReason.NoChat), (between, telling.Reason));
        var task = await database.ReadAsync(db => db.WorkTasks.SingleAsync());
        Assert.Equal((telling.Id, TaskKind.TellInPerson, Role.Facilitator), (task.Id, task.Kind, task.DeskRole!.Value));
        Assert.Equal(["telling.asked"], await database.AuditedAsync(telling.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_hears_in_a_chat_is_visited_by_nobody_until_the_chat_is_dead(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));

        // Act
        await database.MoveAsync(complaint, "ask_resident", Office, message: "Ada foto KK?");
        var alive = await database.ReadAsync(db => db.Tellings.CountAsync());
        await database.Gate.ExecuteAsync(commands => commands.ExecuteAsync("update conversation set reachable = (1 = 0)"), CancellationToken.None);
        await database.MoveAsync(complaint, "resume", Office);
        await database.MoveAsync(complaint, "ask_resident", Office, message: "Ada foto KK?");

        // Assert
        Assert.Equal(0, alive);
        Assert.Equal(TellingReason.DeadChat, (await database.ReadAsync(db => db.Tellings.SingleAsync())).Reason);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Told_it_is_over_and_not_met_it_stays_with_whoever_went(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var telling = await ToTellAsync(database);

        // Act
        var notMet = await RecordAsync(database, telling, Facilitator, new(telling.Id, TellingOutcome.NotMet, null, null, null, Today(database), "Rumah kosong"));
        var waiting = await database.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == telling.Id));
        var told = await RecordAsync(database, telling, Facilitator, Told(telling, database));
        var again = await RecordAsync(database, telling, Facilitator, Told(telling, database));
        var other = await RecordAsync(database, telling, TestData.Staff(Role.Facilitator, TestData.Village), Told(telling, database));

        // Assert
        Assert.Equal(1, notMet.Value.Tries);
        Assert.Equal(Facilitator.StaffId, waiting.StaffId);
        Assert.Equal((ToldWhom.Family, true, Confirmation.Partly), (told.Value.Whom, told.Value.Understood, told.Value.Received));
        Assert.True(again.Succeeded);
        Assert.Equal("told_already", Assert.Single(other.Refusals).Code);
        Assert.False(await database.ReadAsync(db => db.WorkTasks.AnyAsync(t => t.Id == telling.Id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_half_written_or_on_an_impossible_day_is_refused(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var telling = await ToTellAsync(database);

        // Act
        var empty = await RecordAsync(database, telling, Facilitator, new(telling.Id, null, null, null, null, null, null));
        var early = await RecordAsync(database, telling, Facilitator, Told(telling, database) with { ToldOn = Today(database).AddDays(-1) });
        var gone = await RecordAsync(database, telling, Facilitator, new(telling.Id, TellingOutcome.Gone, null, null, null, Today(database), " "));
        var elsewhere = await RecordAsync(database, telling, TestData.Staff(Role.Facilitator, TestData.OtherVillage), Told(telling, database));

        // Assert
        Assert.Equal(["outcome", "told_on"], empty.Refusals.Select(r => r.Field));
        Assert.Equal("told_on_wrong", Assert.Single(early.Refusals).Code);
        Assert.Equal("note", Assert.Single(gone.Refusals).Field);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(elsewhere.Refusals).Kind);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task About_the_village_office_it_is_no_task_of_that_office(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story(category: "P2") with { Concerns = Concern.VillageOffice });
        var supervisor = TestData.Staff(Role.Supervisor, "32.04.44", readsSensitive: true);

        // Act
        await database.MoveAsync(complaint, "ask_resident", supervisor, message: "Kapan itu?");

        // Assert
        Assert.Equal(Role.Supervisor, (await database.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Kind == TaskKind.TellInPerson))).DeskRole);
    }

    private static async Task<Telling> ToTellAsync(TestDatabase database)
    {
        var complaint = await database.LodgeAsync(TestData.Story());
        await database.Units.RunAsync<TellInPerson, Complaint>(
            (act, cancel) => act.DoAsync(new(complaint.Id, "Datang ke kantor."), Office, Provenance.Staff(Office.StaffId, database.Clock.UtcNow), cancel),
            CancellationToken.None);
        return await database.ReadAsync(db => db.Tellings.SingleAsync());
    }

    private static RecordTellingInput Told(Telling telling, TestDatabase database) =>
        new(telling.Id, TellingOutcome.Told, ToldWhom.Family, true, Confirmation.Partly, Today(database), null);

    private static DateOnly Today(TestDatabase database) => DateOnly.FromDateTime(database.Clock.UtcNow);

    private static Task<Outcome<Telling>> RecordAsync(TestDatabase database, Telling telling, StaffScope by, RecordTellingInput input) =>
        database.Units.RunAsync<RecordTelling, Telling>(
            (act, cancel) => act.DoAsync(input, by, Provenance.Staff(by.StaffId, database.Clock.UtcNow), cancel), CancellationToken.None);
}
