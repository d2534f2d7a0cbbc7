using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Visits;

/// <param name="Reason">A code of <see cref="VisitReasons.Cancelling"/>.</param>
public sealed record CancelVisitInput(Guid VisitId, int Version, string? Reason);

/// <summary>Nobody goes there after all. The complaint stays in the field: another visit can be planned, or the village settles it.</summary>
public sealed class CancelVisit(VisitReach reach, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>visit_closed</c>, <c>stale</c>, or <c>no_such_move</c> where a report has come back.</returns>
    public async Task<Outcome<Visit>> DoAsync(CancelVisitInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.ToWriteAsync(input.VisitId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var (visit, complaint) = reached.Value;
        if (visit.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        var known = VisitReasons.Cancelling.Contains(input.Reason ?? "") ? input.Reason : null;
        var taken = VisitWorkflow.Table.Take(
            visit.Status, VisitWorkflow.Cancel, new Given(by) { May = p => actor.MayDo(p, complaint) }.With(VisitWorkflow.Reason, known));
        if (!taken.Succeeded)
        {
            return taken.Refusals.ToList();
        }

        visit.Move(taken.Value);
        audit.Record(by, "visit.cancelled", "visit", visit.Id, new { complaint = complaint.Id, reason = visit.CancelReason });
        events.Raise(new VisitCancelled(ComplaintKey.Of(complaint), visit.Id, by));
        return visit;
    }
}
