using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Handovers;

/// <summary>Talks that nobody takes: an emergency alerts again and again, any other ends with a word when the office closes on the next working day.</summary>
public sealed class TendWaitingTalksJob(ISlrtDatabase database, UnitOfWork units, TimeProvider clock) : IScheduledJob
{
    private const int Most = 200;

    /// <summary>No office opens and closes between a request and this.</summary>
    private static readonly TimeSpan Earliest = TimeSpan.FromHours(12);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (alerted, requested) = (now - TendWaitingTalk.SoonAgain, now - Earliest);
        List<Guid> waiting;
        await using (var context = database.NewContext())
        {
            // The first condition is the partial index's, word for word.
            waiting = await context.Handovers
                .Where(h => (h.State == HandoverState.Requested || h.State == HandoverState.Active) && h.State == HandoverState.Requested
                    && (h.Priority == HandoverPriority.Emergency ? h.AlertedAt <= alerted : h.RequestedAt <= requested))
                .OrderBy(h => h.Id).Take(Most).Select(h => h.ConversationId).ToListAsync(cancellationToken);
        }

        var tended = 0;
        foreach (var id in waiting)
        {
            var outcome = await units.RunAsync<TendWaitingTalk, bool>(
                (act, cancel) => act.DoAsync(id, Provenance.Job("waiting-talks", now), cancel), cancellationToken);
            tended += outcome.Value ? 1 : 0;
        }

        return tended;
    }
}
