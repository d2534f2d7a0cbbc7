using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>What a row of a workflow requires is not only asked for: it is kept.</summary>
public sealed class StoredInputTests
{
    private static readonly StaffScope Everyone = new(
        SequentialId.Next(DateTime.UnixEpoch), "Semua", true, [.. Enum.GetValues<Role>().Select(r => (r, "32.04"))]);

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_a_complaints_row_requires_is_stored_in_its_history(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider, services => services.AddScoped<TakeRow>());
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        var complaint = await database.LodgeAsync(TestData.Story());

        foreach (var row in ComplaintWorkflow.Table.Moves.Where(m => m.Requires.Length > 0))
        {
            await StandAsync(database, "complaint", Codes.Of(row.From), Codes.Of(row.From.Type()));

            // Act
            var outcome = await database.Units.RunAsync<TakeRow, Complaint>(
                (act, ct) => act.DoAsync(complaint.Id, row, Provenance.Staff(Everyone.StaffId, database.Clock.UtcNow), ct), default);

            // Assert
            Assert.Empty(outcome.Refusals);
            var stored = await database.ReadAsync(db => db.ComplaintMoves.OrderByDescending(m => m.Id).FirstAsync());
            Assert.Equal((row.Verb, row.To), (stored.Verb, stored.ToStatus));
            Assert.All(row.Requires, input => Assert.Equal(
                Words(input),
                input switch
                {
                    ComplaintWorkflow.Reason => stored.Reason,
                    ComplaintWorkflow.Visit => stored.VisitId?.ToString(),
                    // A product is a record of its own (ProductTests).
                    _ when ComplaintWorkflow.ProductOf(input) is not null => Words(input),
                    ComplaintWorkflow.Note => cipher.OpenOptional(stored.Note, new("complaint_move"), stored.Id, "note"),
                    _ => cipher.OpenOptional(stored.Message, new("complaint_move"), stored.Id, "message"),
                }));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_a_referrals_row_requires_is_stored_with_it_and_in_the_complaints_history(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        var complaint = await database.LodgeAsync(TestData.Story());
        await database.MoveAsync(complaint, "review", Everyone);
        var referral = await ReferAsync(database, complaint);

        foreach (var row in ReferralWorkflow.Table.Moves)
        {
            var verb = ReferralWorkflow.ComplaintVerbs[row.Verb];
            var from = ComplaintWorkflow.Table.Moves.First(m => m.Verb == verb).From;
            await StandAsync(database, "complaint", Codes.Of(from), Codes.Of(from.Type()));
            await database.Gate.ExecuteAsync(g => g.ExecuteAsync("update referral set status = @p0, answer = null, reason = null", Codes.Of(row.From)), default);

            // Act
            var version = await database.ReadAsync(db => db.Referrals.Select(r => r.Version).SingleAsync());
            var given = row.Requires.ToDictionary(r => r, Words);
            var outcome = await database.Units.RunAsync<AnswerReferral, Referral>(
                (act, ct) => act.DoAsync(
                    new(referral.Id, version, row.Verb, given.GetValueOrDefault("answer"), given.GetValueOrDefault("reason")), Everyone,
                    Provenance.Staff(Everyone.StaffId, database.Clock.UtcNow), ct),
                default);

            // Assert
            Assert.Empty(outcome.Refusals);
            var stored = await database.ReadAsync(db => db.Referrals.SingleAsync());
            var move = await database.ReadAsync(db => db.ComplaintMoves.OrderByDescending(m => m.Id).FirstAsync());
            Assert.Equal((row.To, verb), (stored.Status, move.Verb));
            Assert.Equal(given.GetValueOrDefault("answer"), cipher.OpenOptional(stored.Answer, new("referral"), stored.Id, "answer"));
            Assert.Equal(given.GetValueOrDefault("answer"), cipher.OpenOptional(move.Message, new("complaint_move"), move.Id, "message"));
            Assert.Equal((given.GetValueOrDefault("reason"), given.GetValueOrDefault("reason")), (stored.Reason, move.Reason));
        }
    }

    private static string Words(string input) => input switch
    {
        ComplaintWorkflow.Reason => "quota_used_up",
        ComplaintWorkflow.Visit => "019ad000-0000-7000-8000-000000000001",
        _ => $"kata untuk {input}",
    };

    private static Task<int> StandAsync(TestDatabase database, string table, string status, string type) =>
        database.Gate.ExecuteAsync(g => g.ExecuteAsync($"update {table} set status = @p0, status_type = @p1", status, type), default);

    private static async Task<Referral> ReferAsync(TestDatabase database, Complaint complaint)
    {
        var partner = await database.PartnerAsync();
        await database.AnalyseAsync(complaint);
        var version = (await database.ReloadAsync(complaint)).Version;
        return (await database.Units.RunAsync<ReferComplaint, Referral>(
            (act, ct) => act.DoAsync(
                new(SequentialId.Next(DateTime.UnixEpoch), complaint.Id, version, partner.Id, null, "Mohon bantu.", new DateOnly(2026, 11, 30), "chat"),
                Everyone, Provenance.Staff(Everyone.StaffId, database.Clock.UtcNow), ct),
            default)).Value;
    }

    /// <summary>Whatever act it is that takes the row: all go through <see cref="ApplyMove"/>.</summary>
    private sealed class TakeRow(SlrtDbContext db, ApplyMove moves)
    {
        public async Task<Outcome<Complaint>> DoAsync(Guid id, Move<ComplaintStatus> row, Provenance by, CancellationToken cancellationToken)
        {
            var given = row.Requires.Aggregate(new Given(by) { May = _ => true }, (g, input) => g.With(input, Words(input)));
            var complaint = await db.Complaints.SingleAsync(c => c.Id == id, cancellationToken);
            return await moves.ApplyAsync(complaint, row.Verb, given, cancellationToken);
        }
    }
}
