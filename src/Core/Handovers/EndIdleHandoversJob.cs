using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Handovers;

/// <summary>Gives chats back to the bot in which neither side has written for a while, and says so.</summary>
public sealed class EndIdleHandoversJob(ISlrtDatabase database, UnitOfWork units, HandoverOptions options, TimeProvider clock) : IScheduledJob
{
    private const int Most = 200;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now.AddMinutes(-options.IdleMinutes);
        List<Guid> idle;
        await using (var context = database.NewContext())
        {
            // The first condition is the partial index's, word for word.
            idle = await context.Handovers
                .Where(h => (h.State == HandoverState.Requested || h.State == HandoverState.Active)
                    && h.State == HandoverState.Active && h.LastActivityAt <= before)
                .OrderBy(h => h.Id).Take(Most).Select(h => h.ConversationId).ToListAsync(cancellationToken);
        }

        var ended = 0;
        foreach (var id in idle)
        {
            var outcome = await units.RunAsync<EndIdleHandover, bool>(
                (act, cancel) => act.DoAsync(id, before, Provenance.Job("end-idle-handovers", now), cancel), cancellationToken);
            ended += outcome.Value ? 1 : 0;
        }

        return ended;
    }
}

/// <summary>One of them, looked at again: somebody may have written meanwhile.</summary>
public sealed class EndIdleHandover(NewHandover handovers, EndHandover end)
{
    public async Task<Outcome<bool>> DoAsync(Guid conversationId, DateTime before, Provenance by, CancellationToken cancellationToken) =>
        await handovers.RunningAsync(conversationId, cancellationToken) is { State: HandoverState.Active } running && running.LastActivityAt <= before
            ? await end.DoAsync(conversationId, HandoverEnd.Idle, null, by, cancellationToken)
            : false;
}
