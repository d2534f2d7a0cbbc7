using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>Whatever way a complaint goes through its table, its clock runs with us and at no other time.</summary>
public sealed class WalkTests
{
    private const int Walks = 12;
    private const int Steps = 14;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_clock_runs_at_our_desks_and_stands_everywhere_else(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider, services => services.AddScoped<Step>());

        for (var walk = 0; walk < Walks; walk++)
        {
            var way = new Random(walk);
            var complaint = await database.LodgeAsync(TestData.Story() with { DraftId = SequentialId.Next(database.Clock.UtcNow) });
            for (var step = 0; step < Steps; step++)
            {
                database.Clock.Advance(TimeSpan.FromHours(way.Next(1, 60)));
                var before = await database.ReloadAsync(complaint);
                // Back to a partner it goes only with a referral.
                var rows = ComplaintWorkflow.Table.From(before.Status).Where(m => m.From != ComplaintStatus.Withdrawn || m.To.Clock() != PromiseClock.WithPartner).ToList();
                var row = rows[way.Next(rows.Count)];

                // Act
                var moved = await database.Units.RunAsync<Step, Complaint>((act, ct) => act.DoAsync(complaint.Id, row, database.Clock.UtcNow, ct), default);

                // Assert
                Assert.Empty(moved.Refusals);
                var now = await database.ReloadAsync(complaint);
                var segments = await database.ReadAsync(db => db.PromiseSegments.Where(s => s.ComplaintId == complaint.Id).OrderBy(s => s.FromAt).ThenBy(s => s.Id).ToListAsync());
                var name = $"walk {walk}, step {step}: {row.From} {row.Verb} {row.To}";
                Assert.True(now.Status.Clock() is PromiseClock.Stopped || segments[^1].Clock == now.Status.Clock(), name);
                // Aside from a new promise the day moves only where a wait ends, and never to an earlier one.
                var mayMove = EndsWait(row) || ComplaintWorkflow.BeginsPromise(row.Verb);
                Assert.True(mayMove ? now.PromiseOn >= before.PromiseOn || ComplaintWorkflow.BeginsPromise(row.Verb) : now.PromiseOn == before.PromiseOn, name);
                Assert.False(now.StatusType != StatusType.Open && (now.IsOverdue || now.IsAtRisk), name);
            }
        }
    }

    private static bool EndsWait(Move<ComplaintStatus> row) => row.To.Clock() == PromiseClock.Running && row.From.Clock() != PromiseClock.Running;

    /// <summary>Any row, by whoever may take it.</summary>
    private sealed class Step(SlrtDbContext db, ApplyMove moves)
    {
        public async Task<Outcome<Complaint>> DoAsync(Guid id, Move<ComplaintStatus> row, DateTime at, CancellationToken cancellationToken)
        {
            var by = new Provenance(row.Takers[0].Kind, null, "test", at);
            var given = row.Requires.Aggregate(
                new Given(by) { May = _ => true },
                (all, input) => all.With(input, input == ComplaintWorkflow.Reason ? "other" : input == ComplaintWorkflow.Visit || ComplaintWorkflow.ProductOf(input) is not null ? $"{SequentialId.Next(at)}" : "kata"));
            var complaint = await db.Complaints.SingleAsync(c => c.Id == id, cancellationToken);
            var taken = ComplaintWorkflow.Table.Take(complaint.Status, row.Verb, given, row.To);
            return taken.Succeeded ? await moves.ApplyAsync(complaint, taken.Value, cancellationToken) : taken.Refusals.ToList();
        }
    }
}
