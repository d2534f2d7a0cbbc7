using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Checks;

public static class RecheckScope
{
    /// <summary>Of complaints that the person analyses.</summary>
    public static IQueryable<Recheck> AnalysedBy(this IQueryable<Recheck> rechecks, StaffScope scope) =>
        rechecks.Where(Sight.Of(scope, Permission.AnalyseComplaints).Condition<Recheck>());
}

/// <param name="Seen">Its version that was on the screen.</param>
public sealed record RecheckTarget(Guid ComplaintId, Guid Id, int Seen);

/// <summary>Finds what changed for whoever acts on it: theirs to act on, as they saw it, and open.</summary>
public sealed class RecheckReach(SlrtDbContext db)
{
    /// <param name="isDone">Whether one that is no longer open is the actor's own press.</param>
    public async Task<Outcome<Recheck>> FindAsync(RecheckTarget target, StaffScope actor, Func<Recheck, bool> isDone, CancellationToken cancellationToken)
    {
        var recheck = await db.Rechecks.SingleOrDefaultAsync(r => r.Id == target.Id, cancellationToken);
        if (recheck is null || recheck.ComplaintId != target.ComplaintId || !actor.Covers(recheck))
        {
            return Refusal.NotFound();
        }

        if (!Sight.Of(actor, Permission.AnalyseComplaints).Includes(recheck))
        {
            return Refusal.Forbidden();
        }

        if (recheck.State != RecheckState.Open)
        {
            return recheck.EndedBy == actor.StaffId && isDone(recheck) ? recheck : Refusal.Conflict("recheck_moved_on");
        }

        var isHere = await db.RegistrySnapshots.AnyAsync(s => s.Id == recheck.SnapshotId && s.WithdrawnAt == null, cancellationToken);
        return recheck.Version == target.Seen && isHere ? recheck : Refusal.Conflict("recheck_moved_on");
    }
}
