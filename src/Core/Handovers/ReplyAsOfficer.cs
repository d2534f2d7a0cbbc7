using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Handovers;

/// <summary>The officer who has taken a chat over writes in it: at once and at any hour, since the person is waiting.</summary>
public sealed class ReplyAsOfficer(SlrtDbContext db, NewHandover handovers, Outbox outbox, AuditTrail audit, DomainEvents events)
{
    /// <param name="messageId">Made with the form, so that a double press sends one message.</param>
    public async Task<Outcome<Done>> DoAsync(
        Guid conversationId, Guid messageId, string? text, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var handover = await handovers.RunningAsync(conversationId, cancellationToken);
        if (handover is null || !await handover.IsOpenToAsync(db, actor, cancellationToken))
        {
            return handover is null ? Refusal.Conflict("handover_over") : Refusal.NotFound();
        }

        if (handover.State != HandoverState.Active || handover.TakenBy != actor.StaffId)
        {
            return Refusal.Conflict(handover.State == HandoverState.Active ? "taken_by_other" : "handover_not_taken");
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > MoveComplaintInput.LongestText)
        {
            return new Refusal(string.IsNullOrWhiteSpace(text) ? "required" : "too_long", "text");
        }

        var key = $"officer:{messageId:N}";
        if (await db.OutboundMessages.AnyAsync(m => m.DedupeKey == key, cancellationToken))
        {
            return default(Done);
        }

        var conversation = await db.Conversations.SingleAsync(c => c.Id == conversationId, cancellationToken);
        handover.LastActivityAt = by.At;
        outbox.Enqueue(
            conversation, new MessageContent(text.Trim()), OutboundKind.Staff, key, by.At, complaintId: handover.ComplaintId, staffId: actor.StaffId);
        audit.Record(by, "handover.replied", "conversation", conversationId);
        events.Raise(new HandoverChanged(handover.ConversationId, handover.Place(), by));
        return default(Done);
    }
}
