using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// A resident's message belongs to a complaint that is already lodged: it joins the thread, and where staff were
/// waiting for an answer the complaint goes back to them.
/// </summary>
public sealed class AnswerQuestion(SlrtDbContext db, ApplyMove moves, AuditTrail audit, DomainEvents events)
{
    /// <param name="message">The message of the turn at hand.</param>
    public async Task<Outcome<Complaint>> DoAsync(
        Guid complaintId, InboundMessage message, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints
            .SingleOrDefaultAsync(c => c.Id == complaintId && c.ConversationId == by.ActorId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        message.ComplaintId = complaint.Id;
        audit.Record(by, "resident.wrote", "complaint", complaint.Id);
        events.Raise(new ResidentWrote(ComplaintKey.Of(complaint)));
        return complaint.Status == ComplaintStatus.NeedsInformation
            ? moves.Apply(complaint, "resident_answers", by)
            : complaint;
    }
}
