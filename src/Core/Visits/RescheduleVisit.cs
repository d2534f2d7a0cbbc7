using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Visits;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="Reason">A code of <see cref="VisitReasons.Rescheduling"/>.</param>
public sealed record RescheduleVisitInput(Guid VisitId, int Version, DateOnly? On, PartOfDay? Part, string? Reason)
{
    public IEnumerable<Refusal> Problems(DateOnly today) => Reason is not null && VisitReasons.Rescheduling.Contains(Reason)
        ? PlanVisitInput.OfDay(On, Part, today)
        : [.. PlanVisitInput.OfDay(On, Part, today), new Refusal("required", "reason")];
}

/// <summary>Somebody goes there on another day: whoever says so goes. The resident is told.</summary>
public sealed class RescheduleVisit(VisitReach reach, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>visit_closed</c> or <c>stale</c>.</returns>
    public async Task<Outcome<Visit>> DoAsync(RescheduleVisitInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
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

        if (input.Problems(LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode))).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        visit.Plan(input.On!.Value, input.Part!.Value, actor.StaffId);
        audit.Record(by, "visit.rescheduled", "visit", visit.Id, new { complaint = complaint.Id, on = visit.PlannedOn, part = Codes.Of(visit.Part), reason = input.Reason });
        events.Raise(new VisitRescheduled(ComplaintKey.Of(complaint), visit.Id, input.Reason!, by));
        return visit;
    }
}
