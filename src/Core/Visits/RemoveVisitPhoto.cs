using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Visits;

/// <summary>A photo is taken out of a report that was not sent with it; what was sent stays.</summary>
public sealed class RemoveVisitPhoto(SlrtDbContext db, VisitReach reach, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>not_found</c>, <c>visit_closed</c>, or <c>photo_sent</c>.</returns>
    public async Task<Outcome<Visit>> DoAsync(Guid visitId, Guid photoId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.ToWriteAsync(visitId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var (visit, complaint) = reached.Value;
        if (await db.VisitPhotos.SingleOrDefaultAsync(p => p.Id == photoId && p.VisitId == visit.Id, cancellationToken) is not { } photo)
        {
            return Refusal.NotFound();
        }

        if (photo.Round != visit.Round)
        {
            return Refusal.Conflict("photo_sent");
        }

        visit.Write(by.At);
        db.Remove(photo);
        db.RemoveRange(await db.StoredFiles.Where(f => f.Id == photo.Id).ToListAsync(cancellationToken));
        events.Raise(new FilesForgotten([photo.Id]));
        audit.Record(by, "visit.photo_removed", "visit", visit.Id, new { complaint = complaint.Id, file = photo.Id });
        events.Raise(new VisitNoted(ComplaintKey.Of(complaint), visit.Id, by));
        return visit;
    }
}
