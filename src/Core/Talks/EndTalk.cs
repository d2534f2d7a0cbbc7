using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Talks;

/// <summary>The bot has the chat again. Whoever did not end it themselves is told by a line in the chat.</summary>
public sealed class EndTalk(
    SlrtDbContext db, NewTalk talks, TalkOptions options, Outbox outbox, PhraseBook phrases, AuditTrail audit, DomainEvents events)
{
    /// <param name="actor">The officer who gives it back; null for the person and for the clock.</param>
    /// <returns>False when nothing was running.</returns>
    public async Task<Outcome<bool>> DoAsync(
        Guid conversationId, TalkEnd end, StaffScope? actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await talks.RunningAsync(conversationId, cancellationToken) is not { } talk)
        {
            return false;
        }

        if (actor is not null && !await talk.IsOpenToAsync(db, actor, cancellationToken))
        {
            return Refusal.NotFound();
        }

        if (actor is not null && talk.TakenBy is { } taker && taker != actor.StaffId)
        {
            return Refusal.Conflict("taken_by_other");
        }

        talk.State = TalkState.Ended;
        talk.EndedAt = by.At;
        talk.EndedBy = end;
        talk.ForgetAt = talk.Words is null ? null : by.At.AddDays(options.AlarmDays);
        var conversation = await db.Conversations.SingleAsync(c => c.Id == conversationId, cancellationToken);
        conversation.WithOfficer = false;
        // What an officer has heard need not be asked again.
        conversation.Danger = talk.TakenBy is null ? conversation.Danger : null;
        conversation.Held = talk.TakenBy is null ? conversation.Held : null;
        if (end != TalkEnd.Person && (end, talk.Danger) != (TalkEnd.Missed, Danger.FalseAlarm))
        {
            outbox.Enqueue(
                conversation, new MessageContent(phrases.Get(conversation.Language, $"handover.left.{Codes.Of(end)}")), OutboundKind.Reply,
                $"handover:{talk.Id:N}:left", by.At, complaintId: talk.ComplaintId);
        }

        audit.Record(by, "handover.ended", "conversation", conversationId, new { handover = talk.Id, end = Codes.Of(end) });
        events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        return true;
    }
}
