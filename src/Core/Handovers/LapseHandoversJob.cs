using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Handovers;

/// <summary>Hand-overs whose day has passed: the desk above is asked, and where there is none the sender gets it back.</summary>
public sealed class LapseHandoversJob(DueRows rows) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<LapseHandover>(
        "handovers", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now)
    {
        // The easternmost zone's day is the latest; LapseHandover looks at each area's own.
        var latest = DateOnly.FromDateTime(now.AddHours(9));
        return db.Handovers.Where(h => h.IsRunning && h.DueOn < latest).OrderBy(h => h.DueOn).ThenBy(h => h.Id).Select(h => h.Id);
    }
}

/// <summary>Ends a hand-over that nobody took in time.</summary>
public sealed class LapseHandover(SlrtDbContext db, MoveHandover moves, RaiseToAbove raise, AreaCatalogue areas)
{
    /// <returns>False where its day is not over yet, or it has ended.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid handoverId, Provenance by, CancellationToken cancellationToken)
    {
        var handover = await db.Handovers.SingleAsync(h => h.Id == handoverId, cancellationToken);
        if (!handover.IsRunning || handover.DueOn >= LocalDay.Of(by.At, areas.ZoneOf(handover.VillageCode)))
        {
            return false;
        }

        await moves.MoveAsync(handover, HandoverWorkflow.Lapse, new Given(by), cancellationToken);
        if (!handover.ToDesk.IsOutside()
            && await raise.RaiseAsync(handover.ComplaintId, HandoverReasons.Unanswered, by, cancellationToken, handover)
            && await db.WorkTasks.FindAsync([handover.Id], cancellationToken) is { } back)
        {
            // The desk above has it now: the sender is asked nothing.
            db.Remove(back);
        }

        return true;
    }
}
