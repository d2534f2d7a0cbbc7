using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Talks;

/// <summary>Talks that nobody takes: an emergency alerts again and again, any other ends with a word when the office closes on the next working day.</summary>
public sealed class TendWaitingTalksJob(DueRows rows) : IScheduledJob
{
    /// <summary>No office opens and closes between a request and this.</summary>
    private static readonly TimeSpan Earliest = TimeSpan.FromHours(12);

    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<TendWaitingTalk>(
        "waiting-talks", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now)
    {
        var (alerted, requested) = (now - TendWaitingTalk.SoonAgain, now - Earliest);
        // The first condition is the partial index's, word for word.
        return db.Talks
            .Where(t => t.State == TalkState.Requested
                && (t.Priority == TalkPriority.Emergency ? t.AlertedAt <= alerted : t.RequestedAt <= requested))
            .OrderBy(t => t.RequestedAt).Select(t => t.Id);
    }
}
