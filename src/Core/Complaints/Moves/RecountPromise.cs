using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Moves;

/// <summary>
/// The days off or the office hours are others than when a promise was given: from now on it is counted by the new ones.
/// What has passed keeps its count. Whose day is another now is written down.
/// </summary>
public sealed class RecountPromise(SlrtDbContext db, WorkingCalendar calendar, AuditTrail audit, DomainEvents events)
{
    /// <returns>False where the day is the same as before; refused with <c>not_found</c>.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Complaints.SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken) is not { } complaint)
        {
            return Refusal.NotFound();
        }

        var before = await db.PromiseSegments.AsNoTracking().Where(s => s.ComplaintId == complaintId)
            .OrderBy(s => s.FromAt).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var was = complaint.PromiseOn;
        // Of calendars of before only the version is known: their days are read from the one that holds now.
        if (complaint.Recount(before, by.At, calendar, _ => calendar) is { } segment)
        {
            db.Add(segment);
        }

        if (complaint.PromiseOn == was)
        {
            return false;
        }

        audit.Record(
            by, "complaint.promise_recounted", "complaint", complaint.Id, new { from = was, to = complaint.PromiseOn, calendar = calendar.Version });
        events.Raise(new PromiseRecounted(ComplaintKey.Of(complaint), by));
        return true;
    }
}

/// <summary>The calendar is another, and with it the promised day.</summary>
public sealed record PromiseRecounted(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;
