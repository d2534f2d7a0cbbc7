using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Handovers;

/// <summary>The bot has the chat again. Whoever did not end it themselves is told by a line in the chat.</summary>
public sealed class EndHandover(
    SlrtDbContext db, NewHandover handovers, Outbox outbox, PhraseBook phrases, AuditTrail audit, DomainEvents events)
{
    /// <param name="actor">The officer who gives it back; null for the person and for the clock.</param>
    /// <returns>False when nothing was running.</returns>
    public async Task<Outcome<bool>> DoAsync(
        Guid conversationId, HandoverEnd end, StaffScope? actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await handovers.RunningAsync(conversationId, cancellationToken) is not { } handover)
        {
            return false;
        }

        if (actor is not null && !await handover.IsOpenToAsync(db, actor, cancellationToken))
        {
            return Refusal.NotFound();
        }

        if (actor is not null && handover.TakenBy is { } taker && taker != actor.StaffId)
        {
            return Refusal.Conflict("taken_by_other");
        }

        handover.State = HandoverState.Ended;
        handover.EndedAt = by.At;
        handover.EndedBy = end;
        var conversation = await db.Conversations.SingleAsync(c => c.Id == conversationId, cancellationToken);
        conversation.WithOfficer = false;
        // What an officer has heard need not be asked again.
        conversation.Danger = handover.TakenBy is null ? conversation.Danger : null;
        conversation.Held = handover.TakenBy is null ? conversation.Held : null;
        if (end != HandoverEnd.Person && (end, handover.Danger) != (HandoverEnd.Missed, Danger.FalseAlarm))
        {
            outbox.Enqueue(
                conversation, new MessageContent(phrases.Get(conversation.Language, $"handover.left.{Codes.Of(end)}")), OutboundKind.Reply,
                $"handover:{handover.Id:N}:left", by.At, complaintId: handover.ComplaintId);
        }

        audit.Record(by, "handover.ended", "conversation", conversationId, new { handover = handover.Id, end = Codes.Of(end) });
        events.Raise(new HandoverChanged(handover.ConversationId, handover.Place(), by));
        return true;
    }
}
