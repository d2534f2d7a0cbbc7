using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

public sealed class MoveComplaintTests
{
    private static readonly StaffScope Analyst = TestData.Staff(Role.Analyst);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_move_is_stored_audited_and_told_to_the_resident_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id));

        // Act
        await database.MoveAsync(complaint, "review", Analyst);
        await database.MoveAsync(complaint, "ask_resident", Analyst, message: "Bulan apa terakhir menerima?");

        // Assert
        var moved = await database.ReloadAsync(complaint);
        Assert.Equal((ComplaintStatus.NeedsInformation, StatusType.Waiting), (moved.Status, moved.StatusType));
        var said = await database.SaidAsync(conversation.Id);
        Assert.Equal(2, said.Count);
        Assert.Contains(complaint.Reference, said[0], StringComparison.Ordinal);
        Assert.Contains("Bulan apa terakhir menerima?", said[1], StringComparison.Ordinal);
        Assert.Equal(["complaint.lodged", "complaint.moved", "complaint.moved"], await database.AuditedAsync(complaint.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_twenty_people_who_move_the_same_version_one_wins(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            database.Units.RunAsync<MoveComplaint, Complaint>(
                (act, ct) => act.DoAsync(
                    new MoveComplaintInput(complaint.Id, complaint.Version, "review") { Products = TestProducts.On(complaint.LodgedAt) }, Analyst,
                    Provenance.Staff(Analyst.StaffId, database.Clock.UtcNow), ct),
                default))));

        // Assert
        Assert.Equal(1, outcomes.Count(o => o.Succeeded));
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal(RefusalKind.Conflict, o.Refusals.Single().Kind));
        Assert.Equal(2, await database.ReadAsync(db => db.ComplaintMoves.CountAsync()));
    }

    [Theory]
    [OnSqlite(Role.Facilitator, TestData.OtherVillage, false, RefusalKind.NotFound)]
    [OnSqlite(Role.Province, "32", false, RefusalKind.NotFound)]
    [OnSqlite(Role.Backoffice, "32.04", false, RefusalKind.Forbidden)]
    [OnSqlite(Role.Administrator, "32.04", false, RefusalKind.NotFound)]
    [OnPostgres(Role.Facilitator, TestData.OtherVillage, false, RefusalKind.NotFound)]
    [OnPostgres(Role.Province, "32", false, RefusalKind.NotFound)]
    public async Task Who_may_not_is_refused_and_nothing_changes(
        DatabaseProvider provider, Role role, string area, bool sensitive, RefusalKind expected)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var outcome = await database.MoveAsync(complaint, "review", TestData.Staff(role, area, sensitive));

        // Assert
        Assert.Equal(expected, outcome.Refusals.Single().Kind);
        Assert.Equal(ComplaintStatus.Received, (await database.ReloadAsync(complaint)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sensitive_complaint_exists_only_for_those_who_may_read_it(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story(category: "N8"));

        // Act
        var without = await database.MoveAsync(complaint, "review", TestData.Staff(Role.Manager));
        var with = await database.MoveAsync(complaint, "review", TestData.Staff(Role.Manager, readsSensitive: true));

        // Assert
        Assert.Equal(RefusalKind.NotFound, without.Refusals.Single().Kind);
        Assert.True(with.Succeeded);
    }

    [Fact]
    public async Task Every_move_that_the_table_does_not_list_is_refused()
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(DatabaseProvider.Sqlite);
        var everyone = new StaffScope(SequentialId.Next(DateTime.UnixEpoch), "Semua", true, [.. Enum.GetValues<Role>().Select(r => (r, "32.04"))]);
        var verbs = ComplaintWorkflow.Table.Moves.Select(m => m.Verb).Distinct().ToList();
        var complaint = await database.LodgeAsync(TestData.Story());

        foreach (var status in Enum.GetValues<ComplaintStatus>())
        {
            await database.Gate.ExecuteAsync(g => g.ExecuteAsync(
                "update complaint set status = @p0, status_type = @p1", Codes.Of(status), Codes.Of(status.Type())), default);
            foreach (var verb in verbs.Where(v => ComplaintWorkflow.Table.Find(status, v)?.IsForDesk(_ => true) is not true || ComplaintWorkflow.IsPerformedElsewhere(v)))
            {
                // Act
                var outcome = await database.MoveAsync(complaint, verb, everyone, "pesan", "catatan", "other");

                // Assert
                Assert.False(outcome.Succeeded, $"{status} -{verb}->");
                Assert.Equal(status, (await database.ReloadAsync(complaint)).Status);
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_move_requires_must_be_given(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        await database.MoveAsync(complaint, "review", Analyst);

        // Act
        var outcome = await database.MoveAsync(complaint, "reject", Analyst, message: "  ", reason: "because");

        // Assert
        Assert.Equal([("required", "message"), ("unknown_reason", "reason")], outcome.Refusals.Select(r => (r.Code, r.Field!)));
    }
}
