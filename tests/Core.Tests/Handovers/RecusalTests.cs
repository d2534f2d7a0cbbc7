using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Handovers;

public sealed class RecusalTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_steps_aside_sees_it_nowhere_again_and_a_colleague_does(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (dian, eka) = (
            await HandoverDesksOf.HireAsync(database, "Dian", Role.Frontoffice, "32.04"), await HandoverDesksOf.HireAsync(database, "Eka", Role.Frontoffice, "32.04"));
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));
        await NextAsync(database, dian);

        // Act
        var aside = await RecuseAsync(database, complaint, dian);
        var again = await RecuseAsync(database, complaint, dian);

        // Assert
        Assert.True(aside.Succeeded);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(again.Refusals).Kind);
        Assert.Null((await database.ReloadAsync(complaint)).AssignedTo);
        Assert.Equal((0, 1), (await SeenAsync(database, dian), await SeenAsync(database, eka)));
        Assert.Equal((0, 1), (await TasksAsync(database, dian), await TasksAsync(database, eka)));
        Assert.Equal((false, true), (await IsOpenAsync(database, chat.Id, dian), await IsOpenAsync(database, chat.Id, eka)));
        Assert.Contains("complaint.recused", await database.AuditedAsync(complaint.Id));
        Assert.Equal("nothing_waits", Assert.Single((await NextAsync(database, dian)).Refusals).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_nobody_is_left_at_the_desk_the_one_above_is_asked(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var desks = await HandoverDesksOf.WorkAsync(database);
        var complaint = await desks.InFieldAsync();

        // Act
        await RecuseAsync(database, complaint, desks.Facilitator);

        // Assert
        var raised = await database.ReadAsync(db => db.Handovers.SingleAsync());
        Assert.Equal((HandoverDesk.District, HandoverReasons.Concerned), (raised.ToDesk, raised.Reason));
        Assert.True((await desks.AnswerAsync(raised, desks.Supervisor, HandoverWorkflow.Accept)).Succeeded);
        Assert.False(await database.ReadAsync(db => db.Handovers.VisibleTo(desks.Facilitator).AnyAsync()));
    }

    private static Task<Outcome<Complaint>> RecuseAsync(TestDatabase database, Complaint complaint, StaffScope staff) => database.Units.RunAsync<Recuse, Complaint>(
        (act, cancel) => act.DoAsync(complaint.Id, staff, Provenance.Staff(staff.StaffId, database.Clock.UtcNow), cancel), CancellationToken.None);

    private static Task<Outcome<NextTask>> NextAsync(TestDatabase database, StaffScope staff) => database.Units.RunAsync<TakeNextTask, NextTask>(
        (act, cancel) => act.DoAsync(staff, Provenance.Staff(staff.StaffId, database.Clock.UtcNow), cancel), CancellationToken.None);

    private static Task<int> SeenAsync(TestDatabase database, StaffScope staff) => database.ReadAsync(db => db.Complaints.VisibleTo(staff).CountAsync());

    private static Task<bool> IsOpenAsync(TestDatabase database, Guid chat, StaffScope staff) =>
        database.ReadAsync(db => db.IsChatOpenAsync(chat, staff, Permission.ReadComplaints, CancellationToken.None));

    private static async Task<int> TasksAsync(TestDatabase database, StaffScope staff)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TaskQueries>().CountAsync(TaskList.Desk, staff, CancellationToken.None);
    }
}
