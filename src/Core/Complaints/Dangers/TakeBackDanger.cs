using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Dangers;

/// <summary>
/// It was no emergency, says the person: the complaint is as urgent as before. That is written beside the alarm, never
/// over it. What staff have called an emergency stays one.
/// </summary>
public sealed class TakeBackDanger(SlrtDbContext db, ChatWall wall, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>only_hears</c> in a chat that neither speaks for the complaint nor raised this alarm.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var mayTakeBack = await RaisedItAsync(complaintId, by, cancellationToken)
            ? await wall.HeardAsync(complaintId, by, cancellationToken)
            : await wall.SpokenForAsync(complaintId, by, cancellationToken);
        if (!mayTakeBack.Succeeded)
        {
            return mayTakeBack;
        }

        var complaint = mayTakeBack.Value;
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

    private async Task<bool> RaisedItAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken) => by.ActorId ==
        await db.ComplaintFeedback.Where(f => f.ComplaintId == complaintId && f.Kind == FeedbackKind.Danger).OrderByDescending(f => f.Id)
            .Select(f => (Guid?)f.ConversationId).FirstOrDefaultAsync(cancellationToken);
}
