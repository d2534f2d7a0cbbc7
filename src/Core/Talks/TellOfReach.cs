using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Talks;

/// <summary>
/// Whether anybody knows of an alarm: a linked chat whose channel has taken the alert. The person is told once that somebody
/// does, or, after some minutes, that nobody does and who can be called. Where it is not safe, nothing is written there.
/// </summary>
public sealed class TellOfReach(SlrtDbContext db, Outbox outbox, WorkingCalendar calendar, PhraseBook phrases, AuditTrail audit, DomainEvents events)
{
    /// <summary>Nobody has taken an alert within it: whoever waits for an officer would wait in vain.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <returns>False where nothing has changed.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid talkId, Provenance by, CancellationToken cancellationToken)
    {
        var talk = await db.Talks.SingleAsync(t => t.Id == talkId, cancellationToken);
        if (talk is not { State: TalkState.Requested, Priority: TalkPriority.Emergency, ReachedAt: null })
        {
            return false;
        }

        if (await IsTakenAsync(talk, cancellationToken))
        {
            talk.ReachedAt = by.At;
            await TellAsync(talk, "reached", by, cancellationToken);
            return true;
        }

        if (talk.UnreachedToldAt is not null || (talk.DangerAt ?? talk.RequestedAt) + Patience > by.At)
        {
            return false;
        }

        talk.UnreachedToldAt = by.At;
        await TellAsync(talk, calendar.IsOpen(by.At, talk.Closest()) ? "unreached.open" : "unreached.closed", by, cancellationToken);
        return true;
    }

    private Task<bool> IsTakenAsync(Talk talk, CancellationToken cancellationToken)
    {
        var key = talk.AlertKey();
        return db.StaffChats.AnyAsync(
            c => db.OutboundMessages.Any(m => m.ConversationId == c.ConversationId && m.State == OutboundState.Sent && m.DedupeKey.StartsWith(key)),
            cancellationToken);
    }

    private async Task TellAsync(Talk talk, string what, Provenance by, CancellationToken cancellationToken)
    {
        audit.Record(by, $"handover.{(talk.ReachedAt is null ? "unreached" : "reached")}", "conversation", talk.ConversationId, new { handover = talk.Id });
        events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        var conversation = await db.Conversations.SingleAsync(c => c.Id == talk.ConversationId, cancellationToken);
        if (conversation.Danger is Danger.Asked or Danger.Safe)
        {
            outbox.Enqueue(
                conversation, new MessageContent(phrases.Get(conversation.Language, $"handover.{what}")), OutboundKind.Reply,
                $"handover:{talk.Id:N}:{what}", by.At);
        }
    }
}
