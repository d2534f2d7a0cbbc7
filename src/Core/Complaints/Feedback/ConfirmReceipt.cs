using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Feedback;

/// <summary>
/// The resident answers whether the help has come. Yes completes an answered complaint; partly and no open it again.
/// The same answer twice is one answer, and of several chats the first one's counts.
/// </summary>
public sealed class ConfirmReceipt(
    SlrtDbContext db, ChatWall wall, ReceiptQueries receipts, ApplyMove moves, ReopenByResident reopen, AuditTrail audit,
    DomainEvents events)
{
    /// <param name="said">Received, partly or not.</param>
    /// <returns>
    /// Refused with <c>nothing_to_confirm</c>, <c>too_late_to_reopen</c>, <c>answered_already</c> by another chat, or <c>only_hears</c>
    /// in a chat that hears only how far the complaint has come.
    /// </returns>
    public async Task<Outcome<Complaint>> DoAsync(
        Guid complaintId, Confirmation said, Provenance by, CancellationToken cancellationToken)
    {
        var spoken = await wall.SpokenForAsync(complaintId, by, cancellationToken);
        if (!spoken.Succeeded)
        {
            return spoken;
        }

        var complaint = spoken.Value;

        if (await receipts.IsAnsweredElsewhereAsync(complaint, by.ActorId!.Value, cancellationToken))
        {
            return Refusal.Conflict("answered_already");
        }

        if (complaint.Confirmation == said && complaint.Status is not ComplaintStatus.Answered)
        {
            return complaint;
        }

        if (complaint.Status is not (ComplaintStatus.Answered or ComplaintStatus.Completed or ComplaintStatus.ServedDirectly))
        {
            return Refusal.Conflict("nothing_to_confirm");
        }

        var moved = said != Confirmation.Received ? await reopen.ApplyAsync(complaint, by, cancellationToken)
            : complaint.Status == ComplaintStatus.Answered ? await moves.ApplyAsync(complaint, "resident_confirms", new Given(by), cancellationToken)
            : complaint;
        if (!moved.Succeeded)
        {
            return moved;
        }

        complaint.Confirm(said, by.At);
        db.Add(ComplaintFeedback.Of(complaint, Kind(said), by));
        audit.Record(by, "complaint.receipt_answered", "complaint", complaint.Id, new { said = Codes.Of(said) });
        events.Raise(new ResidentConfirmed(ComplaintKey.Of(complaint), said, by));
        return complaint;
    }

    private static FeedbackKind Kind(Confirmation said) => said switch
    {
        Confirmation.Received => FeedbackKind.Received,
        Confirmation.Partly => FeedbackKind.Partly,
        _ => FeedbackKind.NotReceived,
    };
}
