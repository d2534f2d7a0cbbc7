using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Talks;

/// <summary>Alarms of which nobody is known to have heard yet.</summary>
public sealed class TellOfReachJob(DueRows rows) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<TellOfReach>(
        "alarm-reach", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    // The first condition is the partial index's, word for word.
    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now) => db.Talks
        .Where(t => t.State == TalkState.Requested && t.Priority == TalkPriority.Emergency && t.ReachedAt == null && t.RequestedAt <= now)
        .OrderBy(t => t.RequestedAt).Select(t => t.Id);
}
