using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Handovers;

/// <summary>Gives chats back to the bot in which neither side has written for a while, and says so.</summary>
public sealed class EndIdleHandoversJob(DueRows rows, HandoverOptions options) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<EndIdleHandover>(
        "end-idle-handovers", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal IQueryable<Guid> Due(SlrtDbContext db, DateTime now)
    {
        var before = now.AddMinutes(-options.IdleMinutes);
        // The first condition is the partial index's, word for word.
        return db.Handovers.Where(h => h.State == HandoverState.Active && h.LastActivityAt <= before).OrderBy(h => h.LastActivityAt).Select(h => h.Id);
    }
}

/// <summary>One of them, looked at again: somebody may have written meanwhile.</summary>
public sealed class EndIdleHandover(SlrtDbContext db, EndHandover end, HandoverOptions options)
{
    /// <returns>False where it is not idle after all.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid handoverId, Provenance by, CancellationToken cancellationToken)
    {
        var handover = await db.Handovers.SingleAsync(h => h.Id == handoverId, cancellationToken);
        return handover.State == HandoverState.Active && handover.LastActivityAt <= by.At.AddMinutes(-options.IdleMinutes)
            ? await end.DoAsync(handover.ConversationId, HandoverEnd.Idle, null, by, cancellationToken)
            : false;
    }
}
