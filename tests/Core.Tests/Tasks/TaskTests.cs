using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Tasks;

public sealed class TaskTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_waits_for_one_step_at_the_desk_whose_turn_it_is(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (office, analyst, manager) = (TestData.Staff(Role.Frontoffice), TestData.Staff(Role.Analyst), TestData.Staff(Role.Manager));
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var seen = new List<(TaskKind, Role?)> { await StepAsync() };
        foreach (var (verb, who) in new[] { ("review", office), ("propose", analyst), ("return_to_review", manager), ("ask_resident", analyst) })
        {
            Assert.True((await database.MoveAsync(complaint, verb, who, message: "Halo", note: "Catatan")).Succeeded);
            seen.Add(await StepAsync());
        }

        await database.MoveAsync(complaint, "resume", office);
        await database.MoveAsync(complaint, "reject", analyst, message: "Maaf.", reason: "not_eligible");

        // Assert
        Assert.Equal(
            [(TaskKind.Receive, Role.Frontoffice), (TaskKind.Review, Role.Analyst), (TaskKind.Decide, Role.Manager), (TaskKind.Review, Role.Analyst), (TaskKind.ResidentAnswer, Role.Analyst)],
            seen);
        Assert.False(await database.ReadAsync(db => db.WorkTasks.AnyAsync(t => t.Id == complaint.Id)));

        async Task<(TaskKind, Role?)> StepAsync()
        {
            var task = await database.ReadAsync(db => db.WorkTasks.SingleAsync(t => t.Id == complaint.Id));
            return (task.Kind, task.DeskRole);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_front_office_has_received_does_not_stay_with_it(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var office = await HandoverDesksOf.HireAsync(database, "Fitri", Role.Frontoffice, "32.04");
        var complaint = await database.LodgeAsync(TestData.Story());
        await NextAsync(database, office);

        // Act
        await database.MoveAsync(complaint, "review", office);

        // Assert
        Assert.Null((await database.ReloadAsync(complaint)).AssignedTo);
        Assert.Contains("complaint.laid_down", await database.AuditedAsync(complaint.Id));
        Assert.Equal(0, await CountAsync(database, TaskList.Mine, office));
        Assert.Equal(1, await CountAsync(database, TaskList.Desk, TestData.Staff(Role.Analyst)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_village_sees_what_is_new_there_first(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await database.LodgeAsync(TestData.Story());

        // Act
        var counts = new[]
        {
            await CountAsync(database, TaskList.Desk, TestData.Staff(Role.Facilitator, TestData.Village)),
            await CountAsync(database, TaskList.Desk, TestData.Staff(Role.Facilitator, TestData.OtherVillage)),
            await CountAsync(database, TaskList.Desk, TestData.Staff(Role.Supervisor, "32.04.44")),
            await CountAsync(database, TaskList.Desk, TestData.Staff(Role.Province, "32")),
        };

        // Assert
        Assert.Equal([1, 0, 0, 0], counts);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_next_one_is_the_emergency_then_what_was_promised_first_and_each_is_taken_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var early = await database.LodgeAsync(TestData.Story());
        database.Clock.Advance(TimeSpan.FromDays(1));
        await database.LodgeAsync(TestData.Story());
        var emergency = await database.LodgeAsync(TestData.Story() with { Urgency = Urgency.Emergency, CategoryCode = "N1" });
        var offices = new[]
        {
            await HandoverDesksOf.HireAsync(database, "Satu", Role.Frontoffice, "32.04"), await HandoverDesksOf.HireAsync(database, "Dua", Role.Frontoffice, "32.04"),
            await HandoverDesksOf.HireAsync(database, "Tiga", Role.Frontoffice, "32.04"),
        };

        // Act
        var first = await NextAsync(database, offices[0]);
        var together = await Task.WhenAll(offices[1..].Select(o => Task.Run(() => NextAsync(database, o))));
        var nothing = await NextAsync(database, offices[0]);

        // Assert
        Assert.Equal(emergency.Reference, first.Value.Reference);
        Assert.Equal(2, together.Select(t => t.Value.Reference).Distinct().Count());
        Assert.Contains(early.Reference, together.Select(t => t.Value.Reference));
        Assert.Equal("nothing_waits", Assert.Single(nothing.Refusals).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_leaves_too_many_untouched_gets_no_further_one_and_reads_which_lies_longest(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var office = await HandoverDesksOf.HireAsync(database, "Fitri", Role.Frontoffice, "32.04");
        var taken = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            await database.LodgeAsync(TestData.Story());
        }

        for (var i = 0; i < 5; i++)
        {
            taken.Add((await NextAsync(database, office)).Value.Reference);
            database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        // Act
        var refused = await NextAsync(database, office);
        var oldest = await database.ReadAsync(db => db.Complaints.SingleAsync(c => c.Reference == taken[0]));
        await database.MoveAsync(oldest, "review", office);
        var again = await NextAsync(database, office);

        // Assert
        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(("too_many_untouched", taken[0]), (refusal.Code, refusal.Values["reference"]));
        Assert.True(again.Succeeded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_about_the_village_office_is_a_task_of_the_supervisor_and_counts_for_nobody_below(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await database.LodgeAsync(TestData.Story(category: "P2") with { Concerns = Concern.VillageOffice });

        // Act
        var accused = await CountAsync(database, TaskList.Desk, TestData.Staff(Role.Facilitator, TestData.Village, readsSensitive: true));
        var line = await CountAsync(database, TaskList.Desk, TestData.Staff(Role.Frontoffice, readsSensitive: true));
        var unseeing = await CountAsync(database, TaskList.Desk, TestData.Staff(Role.Supervisor, "32.04.44"));
        var supervisor = await CountAsync(database, TaskList.Desk, TestData.Staff(Role.Supervisor, "32.04.44", readsSensitive: true));

        // Assert
        Assert.Equal((0, 0, 0, 1), (accused, line, unseeing, supervisor));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_load_is_of_desks_in_points(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await database.LodgeAsync(TestData.Story());
        var second = await database.LodgeAsync(TestData.Story());
        await database.PlanAsync(second, TestData.Staff(Role.Facilitator, TestData.Village));
        await using var scope = database.Services.CreateAsyncScope();
        var tasks = scope.ServiceProvider.GetRequiredService<TaskQueries>();

        // Act
        var load = await tasks.LoadAsync(TestData.Staff(Role.Manager), new(2027, 1, 1), CancellationToken.None);

        // Assert
        Assert.Equal([new DeskLoad(Role.Frontoffice, 1, 1, 1), new DeskLoad(Role.Facilitator, 1, 4, 1)], load);
    }

    [Theory]
    [InlineData("32.04", Role.Analyst)]
    [InlineData("32.04.44", Role.Supervisor)]
    [InlineData(TestData.Village, Role.Coordinator)]
    public async Task A_desks_list_is_read_from_an_index_in_its_order(string area, Role role)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();
        var tasks = scope.ServiceProvider.GetRequiredService<TaskQueries>();

        // Act
        var plans = new List<string>();
        foreach (var list in Enum.GetValues<TaskList>())
        {
            plans.AddRange(await PlanAsync(tasks.Of(list, TestData.Staff(role, area))));
            plans.AddRange(await PlanAsync(TaskQueries.Late(tasks.Of(list, TestData.Staff(role, area)), new DateOnly(2026, 12, 1)).OrderBy(t => t.Rank).ThenBy(t => t.DueOn)));
        }

        // Assert
        Assert.All(plans.Where(p => p.Contains(" w", StringComparison.Ordinal)), step => Assert.StartsWith("SEARCH", step, StringComparison.Ordinal));
    }

    private static async Task<List<string>> PlanAsync(IQueryable<WorkTask> query)
    {
        var plan = new List<string>();
        await using var command = query.CreateDbCommand();
        command.CommandText = $"explain query plan {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }

    private static Task<Outcome<NextTask>> NextAsync(TestDatabase database, StaffScope staff) => database.Units.RunAsync<TakeNextTask, NextTask>(
        (act, cancel) => act.DoAsync(staff, Provenance.Staff(staff.StaffId, database.Clock.UtcNow), cancel), CancellationToken.None);

    private static async Task<int> CountAsync(TestDatabase database, TaskList list, StaffScope staff)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TaskQueries>().CountAsync(list, staff, CancellationToken.None);
    }
}
