using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>Taking, laying down and giving go by one rule.</summary>
public sealed class HoldingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_settled_changes_hands_by_no_act(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var analyst = await StaffAsync(database, "siti", Role.Analyst);
        var complaint = await database.LodgeAsync(TestData.Story());
        await database.MoveAsync(complaint, "review", analyst);
        await database.MoveAsync(complaint, "serve_directly", analyst, message: "Sudah kami bantu.");

        // Act
        var taken = await TakeAsync(database, complaint, analyst);
        var given = await GiveAsync(database, complaint, analyst, analyst);

        // Assert
        Assert.Equal(["settled"], taken.Refusals.Select(r => r.Code));
        Assert.Equal(["settled"], given.Refusals.Select(r => r.Code));
        Assert.Null((await database.ReloadAsync(complaint)).AssignedTo);
        Assert.DoesNotContain("complaint.taken", await database.AuditedAsync(complaint.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_takes_and_gives_what_is_about_the_manager_and_nothing_else(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var administrator = await StaffAsync(database, "budi", Role.Administrator, readsSensitive: true);
        var about = await database.LodgeAsync(TestData.Story() with { Concerns = Concern.Manager });
        var other = await database.LodgeAsync(TestData.Story());

        // Act
        var given = await GiveAsync(database, about, administrator, administrator);
        var laidDown = await TakeAsync(database, about, administrator, take: false);
        var taken = await TakeAsync(database, about, administrator);
        var ordinary = await GiveAsync(database, other, administrator, administrator);

        // Assert
        Assert.Empty(given.Refusals.Concat(laidDown.Refusals).Concat(taken.Refusals));
        Assert.Equal(administrator.StaffId, (await database.ReloadAsync(about)).AssignedTo);
        Assert.Equal(
            ["complaint.lodged", "complaint.taken", "complaint.laid_down", "complaint.taken"], await database.AuditedAsync(about.Id));
        Assert.Equal(RefusalKind.NotFound, ordinary.Refusals.Single().Kind);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Out_of_a_colleagues_hands_it_goes_only_by_those_who_approve_or_decide(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var holder = await StaffAsync(database, "siti", Role.Analyst);
        var colleague = await StaffAsync(database, "tono", Role.Analyst);
        var manager = await StaffAsync(database, "ani", Role.Manager);
        var complaint = await database.LodgeAsync(TestData.Story());
        await TakeAsync(database, complaint, holder);

        // Act
        var taken = await TakeAsync(database, complaint, colleague);
        var laidDown = await TakeAsync(database, complaint, colleague, take: false);
        var given = await GiveAsync(database, complaint, colleague, colleague);
        var unseen = await TakeAsync(database, complaint, manager);
        var decided = await GiveAsync(database, complaint, manager, colleague);

        // Assert: a button that was drawn before somebody took it takes it from nobody, not even for a manager
        Assert.All([taken, laidDown, given, unseen], o => Assert.Equal("taken_by_other", o.Refusals.Single().Code));
        Assert.Empty(decided.Refusals);
        Assert.Equal(colleague.StaffId, (await database.ReloadAsync(complaint)).AssignedTo);
    }

    private static async Task<StaffScope> StaffAsync(TestDatabase database, string name, Role role, bool readsSensitive = false)
    {
        var by = Provenance.Verb("staff add", database.Clock.UtcNow);
        var added = await database.Units.RunAsync<AddStaffMember, StaffAdded>(
            (act, ct) => act.DoAsync(new NewStaffMember(name, name, [role], "32.04") { ReadsSensitive = readsSensitive }, by, ct), default);
        return new StaffScope(added.Value.Id, name, readsSensitive, [(role, "32.04")]);
    }

    private static Task<Outcome<Complaint>> TakeAsync(TestDatabase database, Complaint complaint, StaffScope scope, bool take = true) =>
        database.Units.RunAsync<AssignComplaint, Complaint>(
            (act, ct) => act.DoAsync(complaint.Id, take, scope, Provenance.Staff(scope.StaffId, database.Clock.UtcNow), ct), default);

    private static async Task<Outcome<Complaint>> GiveAsync(TestDatabase database, Complaint complaint, StaffScope giver, StaffScope to)
    {
        var version = (await database.ReloadAsync(complaint)).Version;
        return await database.Units.RunAsync<GiveComplaint, Complaint>(
            (act, ct) => act.DoAsync(
                new GiveComplaintInput(complaint.Id, version, to.StaffId), giver, Provenance.Staff(giver.StaffId, database.Clock.UtcNow), ct),
            default);
    }
}
