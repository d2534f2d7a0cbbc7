using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// Words of an emergency came for a complaint that is lodged: it stands with the emergencies from then on. What was
/// proposed and said of it before stays beside that.
/// </summary>
public sealed class MarkDanger(SlrtDbContext db, AuditTrail audit, DomainEvents events)
{
    /// <returns>False where it was an emergency already. Refused with <c>settled</c> where it is under way no more.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.InChat(db, by.ActorId).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        return complaint is null ? Refusal.NotFound()
            : complaint.StatusType == StatusType.Settled ? Refusal.Conflict("settled")
            : Apply(complaint, by);
    }

    /// <param name="complaint">Tracked, and under way.</param>
    /// <returns>False where it was an emergency already.</returns>
    public bool Apply(Complaint complaint, Provenance by)
    {
        var before = complaint.Urgency;
        if (!complaint.MarkDanger(by.At))
        {
            return false;
        }

        db.Add(ComplaintFeedback.Of(complaint, FeedbackKind.Danger, by));
        audit.Record(by, "complaint.danger_marked", "complaint", complaint.Id, new { from = Codes.Of(before), to = Codes.Of(complaint.Urgency) });
        events.Raise(new UrgencyChanged(ComplaintKey.Of(complaint), by));
        return true;
    }
}
