using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Talks;

/// <summary>How staff made sure who asks; labels <c>identity_check.{code}</c>.</summary>
public enum IdentityCheck
{
    /// <summary>The KTP or KK was shown.</summary>
    Card,

    /// <summary>The number of the complaint and of the telephone were told, by a call back.</summary>
    Call,

    /// <summary>Known in person, at their home.</summary>
    Visit,
}

/// <summary>Somebody has forgotten the PIN of their chat: staff make sure who it is and take the PIN away. The chat is told.</summary>
public sealed class ResetPin(SlrtDbContext db, TalkQueries talks, Outbox outbox, PhraseBook phrases, AuditTrail audit)
{
    /// <param name="check">Null where none was chosen.</param>
    public async Task<Outcome<Done>> DoAsync(
        Guid conversationId, IdentityCheck? check, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == conversationId, cancellationToken);
        if (conversation is null || !await talks.MayReadAsync(conversationId, actor, cancellationToken))
        {
            return Refusal.NotFound();
        }

        if (check is not { } made)
        {
            return new Refusal("not_a_choice", "check");
        }

        if (conversation.Pin is null)
        {
            return default(Done);
        }

        (conversation.Pin, conversation.PinOpenUntil) = (null, null);
        outbox.Enqueue(
            conversation, new MessageContent(phrases.Get(conversation.Language, "notice.pin_reset")), OutboundKind.Notice,
            $"pin_reset:{SequentialId.Next(by.At):N}", by.At);
        audit.Record(by, "conversation.pin_reset", "conversation", conversation.Id, new { check = Codes.Of(made) });
        return default(Done);
    }
}
