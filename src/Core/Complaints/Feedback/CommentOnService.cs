using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Feedback;

/// <summary>Words with a rating, sealed like everything that a resident writes.</summary>
public sealed class CommentOnService(SlrtDbContext db, ChatWall wall, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>only_hears</c>, or with <c>nothing_to_rate</c> where no rating was given.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, string words, Provenance by, CancellationToken cancellationToken)
    {
        var spoken = await wall.SpokenForAsync(complaintId, by, cancellationToken);
        if (!spoken.Succeeded)
        {
            return spoken;
        }

        var complaint = spoken.Value;

        var rated = await db.ComplaintFeedback.Where(f => f.ComplaintId == complaintId && f.Kind == FeedbackKind.Rate)
            .OrderByDescending(f => f.Id).FirstOrDefaultAsync(cancellationToken);
        if (rated is null)
        {
            return Refusal.Conflict("nothing_to_rate");
        }

        var text = words.Trim();
        rated.Words = cipher.Seal(
            text.Length <= MoveComplaintInput.LongestText ? text : text[..MoveComplaintInput.LongestText],
            ComplaintFeedback.Table, rated.Id, "words");
        audit.Record(by, "complaint.commented", "complaint", complaint.Id);
        events.Raise(new ServiceRated(ComplaintKey.Of(complaint), by));
        return complaint;
    }
}
