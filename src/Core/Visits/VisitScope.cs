using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Visits;

public static class VisitScope
{
    /// <summary>Visits because of complaints that the person may see.</summary>
    public static IQueryable<Visit> VisibleTo(this IQueryable<Visit> visits, StaffScope scope) => visits.Where(Sight.Of(scope).Condition<Visit>());
}

/// <summary>A visit with its complaint, both tracked, and who has written its report so far.</summary>
internal sealed record ReachedVisit(Visit Visit, Complaint Complaint);

/// <summary>The way of every act to a visit: seen, permitted, and still open to it.</summary>
public sealed class VisitReach(SlrtDbContext db)
{
    /// <summary>To write in its report, or to say when it is.</summary>
    /// <returns>Refused with <c>visit_closed</c> where its report is sent, decided, or not wanted any more.</returns>
    internal async Task<Outcome<ReachedVisit>> ToWriteAsync(Guid visitId, StaffScope actor, CancellationToken cancellationToken)
    {
        var reached = await WithAsync(visitId, Permission.VerifyComplaints, actor, cancellationToken);
        return !reached.Succeeded || reached.Value.Visit.IsOpen ? reached : Refusal.Conflict("visit_closed");
    }

    /// <returns>Refused with <c>not_found</c> and <c>forbidden</c>.</returns>
    internal async Task<Outcome<ReachedVisit>> WithAsync(Guid visitId, string permission, StaffScope actor, CancellationToken cancellationToken)
    {
        if (await db.Visits.VisibleTo(actor).SingleOrDefaultAsync(v => v.Id == visitId, cancellationToken) is not { } visit)
        {
            return Refusal.NotFound();
        }

        var complaint = await db.Complaints.SingleAsync(c => c.Id == visit.ComplaintId, cancellationToken);
        return actor.MayDo(permission, complaint) ? new ReachedVisit(visit, complaint) : Refusal.Forbidden();
    }

    /// <summary>Everybody who has a hand in the report: nobody of them may approve it.</summary>
    internal async Task<IReadOnlySet<Guid>> AuthorsAsync(Guid visitId, CancellationToken cancellationToken) => new HashSet<Guid>(
    [
        .. await db.VisitValues.Where(v => v.VisitId == visitId).Select(v => v.NotedBy).Distinct().ToListAsync(cancellationToken),
        .. await db.VisitPhotos.Where(p => p.VisitId == visitId).Select(p => p.TakenBy).Distinct().ToListAsync(cancellationToken),
        .. await db.VisitRounds.Where(r => r.VisitId == visitId).Select(r => r.SentBy).Distinct().ToListAsync(cancellationToken),
    ]);
}
