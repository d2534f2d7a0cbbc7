using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Feedback;

/// <summary>
/// The resident says that the promise has passed: superiors see it in their queue, with the time. Once per stage, so
/// that it keeps its weight; the next move of the complaint takes the flag away.
/// </summary>
public sealed class RaiseComplaint(SlrtDbContext db, ChatWall wall, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>only_hears</c>, <c>promise_not_passed</c> or <c>raised_already</c>.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var spoken = await wall.SpokenForAsync(complaintId, by, cancellationToken);
        if (!spoken.Succeeded)
        {
            return spoken;
        }

        var complaint = spoken.Value;

        if (!complaint.IsPast(LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode))))
        {
            return Refusal.Conflict("promise_not_passed");
        }

        if (complaint.RaisedAt is not null)
        {
            return Refusal.Conflict("raised_already");
        }

        complaint.Raise(by.At);
        db.Add(ComplaintFeedback.Of(complaint, FeedbackKind.Raise, by));
        audit.Record(by, "complaint.raised", "complaint", complaint.Id, new { promise = complaint.PromiseOn });
        events.Raise(new ComplaintRaised(ComplaintKey.Of(complaint), by));
        return complaint;
    }
}
