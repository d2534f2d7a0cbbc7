using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Talks;

/// <summary>The officer who has taken a chat over writes in it: at once and at any hour, since the person is waiting.</summary>
public sealed class ReplyAsOfficer(SlrtDbContext db, NewTalk talks, Outbox outbox, AuditTrail audit, DomainEvents events)
{
    /// <param name="messageId">Made with the form, so that a double press sends one message.</param>
    public async Task<Outcome<Done>> DoAsync(
        Guid conversationId, Guid messageId, string? text, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var talk = await talks.RunningAsync(conversationId, cancellationToken);
        if (talk is null || !await talk.IsOpenToAsync(db, actor, cancellationToken))
        {
            return talk is null ? Refusal.Conflict("handover_over") : Refusal.NotFound();
        }

        if (talk.State != TalkState.Active || talk.TakenBy != actor.StaffId)
        {
            return Refusal.Conflict(talk.State == TalkState.Active ? "taken_by_other" : "handover_not_taken");
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
        talk.LastActivityAt = by.At;
        outbox.Enqueue(
            conversation, new MessageContent(text.Trim()), OutboundKind.Staff, key, by.At, complaintId: talk.ComplaintId, staffId: actor.StaffId);
        audit.Record(by, "handover.replied", "conversation", conversationId);
        events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        return default(Done);
    }
}
