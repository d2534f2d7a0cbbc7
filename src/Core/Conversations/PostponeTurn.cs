using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// A turn failed: the message is tried again after 1, 5, 30 and 120 seconds; after the fifth failure it is parked
/// where staff see it, the person is told once, and the next message goes on.
/// </summary>
public sealed class PostponeTurn(SlrtDbContext db, Outbox outbox, PhraseBook phrases, AuditTrail audit)
{
    private static readonly int[] Waits = [1, 5, 30, 120];

    /// <param name="failure">The type's name, never the message.</param>
    public async Task<Outcome<Done>> DoAsync(byte[] lane, string failure, Provenance by, CancellationToken cancellationToken)
    {
        var message = await db.InboundMessages.Where(m => m.AddressIndex == lane && m.State == InboundState.New)
            .OrderBy(m => m.Id).FirstOrDefaultAsync(cancellationToken);
        if (message is null)
        {
            return default(Done);
        }

        message.Tries++;
        message.ErrorCode = failure;
        if (message.Tries <= Waits.Length)
        {
            message.NotBefore = by.At.AddSeconds(Waits[message.Tries - 1]);
            return default(Done);
        }

        message.State = InboundState.Parked;
        message.HandledAt = by.At;
        audit.Record(by, "message.parked", "inbound_message", message.Id, new { failure });
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.AddressIndex == lane, cancellationToken);
        if (conversation is null)
        {
            return default(Done);
        }

        message.ConversationId = conversation.Id;
        // Not again where staff let it try once more, in vain.
        var key = $"parked:{message.Id:N}";
        if (!await db.OutboundMessages.AnyAsync(m => m.DedupeKey == key, cancellationToken))
        {
            outbox.Enqueue(
                conversation, new MessageContent(phrases.Get(conversation.Language, "turn.parked")), OutboundKind.Reply,
                key, by.At);
        }

        return default(Done);
    }
}
