using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints.Queue;

public sealed class HandBackWorkTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Who_leaves_hands_open_complaints_back_to_the_queue(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var by = Provenance.Verb("staff add", database.Clock.UtcNow);
        var analyst = (await database.Units.RunAsync<AddStaffMember, StaffAdded>(
            (act, ct) => act.DoAsync(new NewStaffMember("siti", "Siti", [Role.Analyst], "32.04"), by, ct), default)).Value;
        var scope = new StaffScope(analyst.Id, "Siti", false, [(Role.Analyst, "32.04")]);
        var open = await database.LodgeAsync(TestData.Story());
        var other = await database.LodgeAsync(TestData.Story());
        await TakeAsync(database, open.Id, scope);
        await TakeAsync(database, other.Id, TestData.Staff(Role.Analyst));

        // Act
        var outcome = await database.Units.RunAsync<DeactivateStaffMember, Done>((act, ct) => act.DoAsync(new StaffLeaves(analyst.Id), by, ct), default);

        // Assert
        Assert.True(outcome.Succeeded);
        var held = await database.ReadAsync(db => db.Complaints.Where(c => c.AssignedTo != null).Select(c => c.Id).ToListAsync());
        Assert.Equal([other.Id], held);
        Assert.Equal(1, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.SubjectId == open.Id && a.Verb == "complaint.laid_down")));
    }

    private static Task<Outcome<Complaint>> TakeAsync(TestDatabase database, Guid id, StaffScope scope) =>
        database.Units.RunAsync<AssignComplaint, Complaint>(
            (act, ct) => act.DoAsync(id, true, scope, Provenance.Staff(scope.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);
}
