using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Visits;

/// <summary>The resident cannot be there on that day: whoever visits sees it, and plans another.</summary>
public sealed class SayCannot(SlrtDbContext db, ChatWall wall, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>only_hears</c>, or <c>no_visit</c> where none is planned any more.</returns>
    public async Task<Outcome<Visit>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var spoken = await wall.SpokenForAsync(complaintId, by, cancellationToken);
        if (!spoken.Succeeded)
        {
            return spoken.Refusals.ToList();
        }

        if (await db.Visits.SingleOrDefaultAsync(v => v.ComplaintId == complaintId && v.IsRunning, cancellationToken) is not { IsOpen: true } visit)
        {
            return Refusal.Conflict("no_visit");
        }

        visit.SayCannot(by.At);
        audit.Record(by, "visit.resident_cannot", "visit", visit.Id, new { complaint = complaintId });
        events.Raise(new VisitNoted(ComplaintKey.Of(spoken.Value), visit.Id, by));
        return visit;
    }
}
