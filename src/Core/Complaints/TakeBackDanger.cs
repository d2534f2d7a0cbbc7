using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// It was no emergency, says the person: the complaint is as urgent as before. That is written beside the alarm, never
/// over it. What staff have called an emergency stays one.
/// </summary>
public sealed class TakeBackDanger(SlrtDbContext db, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.InChat(db, by.ActorId).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        var set = await db.UrgencyRevisions.Where(r => r.ComplaintId == complaintId).OrderByDescending(r => r.Id)
            .Select(r => (Urgency?)r.ToUrgency).FirstOrDefaultAsync(cancellationToken);
        if (complaint is { DangerAt: not null, Urgency: Urgency.Emergency } && set != Urgency.Emergency)
        {
            complaint.TakeBackDanger(set);
            db.Add(ComplaintFeedback.Of(complaint, FeedbackKind.FalseAlarm, by));
            audit.Record(
                by, "complaint.danger_taken_back", "complaint", complaint.Id, new { from = Codes.Of(Urgency.Emergency), to = Codes.Of(complaint.Urgency) });
            events.Raise(new UrgencyChanged(ComplaintKey.Of(complaint), by));
        }

        return complaint;
    }
}
