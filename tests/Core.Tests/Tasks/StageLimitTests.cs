using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Tasks;

/// <summary>Monday, 23 November 2026, is when each of them begins.</summary>
public sealed class StageLimitTests
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);
    private static readonly StaffScope Office = TestData.Staff(Role.Frontoffice);
    private static readonly StaffScope Analyst = TestData.Staff(Role.Analyst);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_is_due_when_its_stage_is_and_never_after_the_promise(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var seen = new List<DateOnly> { (await StepAsync(database, complaint)).DueOn };
        database.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var (verb, who) in new[] { ("review", Office), ("propose", Analyst), ("return_to_review", Manager) })
        {
            Assert.True((await database.MoveAsync(complaint, verb, who, message: "Halo", note: "Catatan")).Succeeded);
            seen.Add((await StepAsync(database, complaint)).DueOn);
        }

        database.Clock.Advance(TimeSpan.FromDays(2));
        await database.MoveAsync(complaint, "propose", Analyst, note: "Catatan");
        seen.Add((await StepAsync(database, complaint)).DueOn);

        // Assert: received 1, review 3, decision 2, review 3; and from Thursday two days, but the promise is Monday's
        Assert.Equal(new DateOnly(2026, 11, 30), complaint.PromiseOn);
        Assert.Equal([new(2026, 11, 24), new(2026, 11, 27), new(2026, 11, 26), new(2026, 11, 27), new(2026, 11, 30)], seen);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_limit_counts_for_steps_that_begin_from_then_on(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var before = await database.LodgeAsync(TestData.Story());

        // Act
        var outcome = await SettleAsync(database, new(new("stage.received"), "3", "SK Kepala Dinas", Guid.Empty));
        var after = await database.LodgeAsync(TestData.Story());
        await RecategoriseAsync(database, before, "P3");

        // Assert
        Assert.True(outcome.Succeeded);
        Assert.Equal(new DateOnly(2026, 11, 24), (await StepAsync(database, before)).DueOn);
        Assert.Equal(new DateOnly(2026, 11, 26), (await StepAsync(database, after)).DueOn);
        Assert.Equal(before.PromiseOn, after.PromiseOn);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_that_is_only_put_right_has_begun_when_it_began(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var begun = await StepAsync(database, complaint);
        database.Clock.Advance(TimeSpan.FromDays(2));

        // Act
        await RecategoriseAsync(database, complaint, "P3");

        // Assert
        var step = await StepAsync(database, complaint);
        Assert.Equal((begun.Since, begun.DueOn, begun.LimitFrom), (step.Since, step.DueOn, step.LimitFrom));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_becomes_urgent_lies_at_a_desk_for_a_day_from_then_on(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        await database.MoveAsync(complaint, "review", Office);
        var calm = (await StepAsync(database, complaint)).DueOn;
        database.Clock.Advance(TimeSpan.FromDays(1));

        // Act
        await ClassifyAsync(database, complaint, Urgency.Urgent);
        var urgent = (await StepAsync(database, complaint)).DueOn;
        database.Clock.Advance(TimeSpan.FromDays(1));
        await ClassifyAsync(database, complaint, Urgency.Normal);
        await ClassifyAsync(database, complaint, Urgency.Urgent);
        var again = (await StepAsync(database, complaint)).DueOn;

        // Assert: a day that was sooner already stays
        Assert.Equal((new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 25)), (calm, urgent, again));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_day_off_moves_the_day_of_what_waits_and_leaves_a_visit_where_it_was_planned(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var waits = await database.LodgeAsync(TestData.Story());
        await database.MoveAsync(waits, "review", Office);
        var visited = await database.LodgeAsync(TestData.Story());
        await database.PlanAsync(visited, TestData.Staff(Role.Facilitator, TestData.Village));
        var planned = (await StepAsync(database, visited)).DueOn;

        // Act
        Assert.True((await SettleAsync(database, new(new("day_off.2026-11-25"), "local Pilkades", "SK Camat", null))).Succeeded);
        await database.Services.GetRequiredService<JobRunner>().RunAsync("recount", CancellationToken.None);

        // Assert
        Assert.Equal(new DateOnly(2026, 11, 27), (await StepAsync(database, waits)).DueOn);
        Assert.Equal(planned, (await StepAsync(database, visited)).DueOn);
        Assert.Equal(visited.PromiseOn.AddDays(1), (await database.ReloadAsync(visited)).PromiseOn);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_day_of_the_stage_orders_the_work_behind_what_is_dangerous(DatabaseProvider provider)
    {
        // Arrange: the one that was promised later has less time at its desk
        await using var database = await NewAsync(provider);
        await database.LodgeAsync(TestData.Story());
        await SettleAsync(database, new(new("stage.received"), "2", "SK", Guid.Empty));
        var slow = await database.LodgeAsync(TestData.Story(category: "P6"));
        await SettleAsync(database, new(new("stage.received"), null, "SK", (await database.ReadAsync(db => db.SettingDecisions.SingleAsync())).Id));
        var emergency = await database.LodgeAsync(TestData.Story(category: "N1") with { Urgency = Urgency.Emergency });

        // Act
        await using var scope = database.Services.CreateAsyncScope();
        var rows = (await scope.ServiceProvider.GetRequiredService<TaskQueries>().PageAsync(TaskList.Desk, Office, 1, CancellationToken.None)).Rows;

        // Assert
        Assert.Equal((emergency.Reference, slow.Reference), (rows[0].Reference, rows[^1].Reference));
        Assert.True(slow.PromiseOn < (await database.ReadAsync(db => db.Complaints.OrderBy(c => c.Id).FirstAsync())).PromiseOn);
        Assert.Equal(3, rows.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_past_its_day_is_listed_and_counted_alone_with_the_day_that_was_promised(DatabaseProvider provider)
    {
        // Arrange: Monday's is due on Tuesday, Tuesday's on Wednesday
        await using var database = await NewAsync(provider);
        var late = await database.LodgeAsync(TestData.Story());
        database.Clock.Advance(TimeSpan.FromDays(1));
        await database.LodgeAsync(TestData.Story());
        await using var scope = database.Services.CreateAsyncScope();
        var tasks = scope.ServiceProvider.GetRequiredService<TaskQueries>();
        var wednesday = new DateOnly(2026, 11, 25);

        // Act
        var rows = (await tasks.PageAsync(TaskList.Desk, Office, 1, CancellationToken.None, wednesday)).Rows;
        var counts = (await tasks.CountAsync(TaskList.Desk, Office, CancellationToken.None, wednesday), await tasks.CountAsync(TaskList.Desk, Office, CancellationToken.None));

        // Assert
        var row = Assert.Single(rows);
        Assert.Equal((late.Reference, new DateOnly(2026, 11, 24), late.PromiseOn), (row.Reference, row.DueOn, row.PromiseOn));
        Assert.Equal((1, 2), counts);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_had_begun_before_there_were_limits_is_due_on_the_promised_day(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        await database.Gate.ExecuteAsync(commands => commands.ExecuteAsync("update work_task set limit_from = null, limit_days = null"), CancellationToken.None);

        // Act
        await RecategoriseAsync(database, complaint, "P3");

        // Assert
        Assert.Equal(complaint.PromiseOn, (await StepAsync(database, complaint)).DueOn);
    }

    [Fact]
    public void Every_status_at_a_desk_has_a_limit_and_no_other()
    {
        var limits = new StageLimits(new SettledValues());

        Assert.Equal(["urgent", "received", "in_review", "field_verification", "supervisor_review", "manager_decision"], StageLimits.All);
        Assert.Equal([1, 1, 3, 3, 1, 2], StageLimits.All.Select(limits.Of));
        Assert.Equal((3, 1), (limits.DaysFor(ComplaintStatus.InReview, Urgency.Normal), limits.DaysFor(ComplaintStatus.InReview, Urgency.Emergency)));
    }

    private static async Task<TestDatabase> NewAsync(DatabaseProvider provider)
    {
        var database = await TestData.WithAreasAsync(provider);
        // What is settled holds at the commit because this listens.
        _ = database.Services.GetServices<IHostedService>().ToList();
        return database;
    }

    private static Task<WorkTask> StepAsync(TestDatabase database, Complaint complaint) =>
        database.ReadAsync(db => db.WorkTasks.AsNoTracking().SingleAsync(t => t.Id == complaint.Id));

    private static Task<Outcome<Done>> SettleAsync(TestDatabase database, SettingWanted wanted) => database.Units.RunAsync<ChangeSetting, Done>(
        (act, ct) => act.DoAsync(wanted, Manager, Provenance.Staff(Manager.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);

    private static async Task RecategoriseAsync(TestDatabase database, Complaint complaint, string category)
    {
        var now = await database.ReloadAsync(complaint);
        var input = new RecategoriseInput(complaint.Id, now.Version, category, false, null, "Salah jenis", SequentialId.Next(database.Clock.UtcNow));
        Assert.True((await database.Units.RunAsync<RecategoriseComplaint, Complaint>(
            (act, ct) => act.DoAsync(input, Office, Provenance.Staff(Office.StaffId, database.Clock.UtcNow), ct), CancellationToken.None)).Succeeded);
    }

    private static async Task ClassifyAsync(TestDatabase database, Complaint complaint, Urgency urgency)
    {
        var now = await database.ReloadAsync(complaint);
        var input = new ClassifyComplaintInput(complaint.Id, now.Version, now.Kind, null) { Urgency = urgency, Note = "Sudah ditelepon", NoteId = SequentialId.Next(database.Clock.UtcNow) };
        Assert.True((await database.Units.RunAsync<ClassifyComplaint, Complaint>(
            (act, ct) => act.DoAsync(input, Office, Provenance.Staff(Office.StaffId, database.Clock.UtcNow), ct), CancellationToken.None)).Succeeded);
    }
}
