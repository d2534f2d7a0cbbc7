using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Dangers;

/// <summary>
/// Words of an emergency came for a complaint that is lodged: it stands with the emergencies from then on. What was
/// proposed and said of it before stays beside that.
/// </summary>
public sealed class MarkDanger(SlrtDbContext db, ChatWall wall, AuditTrail audit, DomainEvents events)
{
    /// <returns>False where it was an emergency already. Refused with <c>settled</c> where it is under way no more.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        // An alarm is no order: whoever hears of a complaint may raise one.
        var heard = await wall.HeardAsync(complaintId, by, cancellationToken);
        return !heard.Succeeded ? heard.Refusals.ToList()
            : heard.Value.StatusType == StatusType.Settled ? Refusal.Conflict("settled")
            : Apply(heard.Value, by);
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
