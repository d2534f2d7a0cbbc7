using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>The PIN that a chat asks for before it shows anything personal; or none any more.</summary>
public sealed class ChoosePin(SlrtDbContext db, Outbox outbox, FieldCipher cipher, PinOptions options, AuditTrail audit)
{
    /// <param name="conversation">Tracked.</param>
    /// <param name="hash">As <see cref="PinHash.Make"/> gives it; null to remove the PIN.</param>
    public async Task<Outcome<Done>> DoAsync(Conversation conversation, byte[]? hash, Provenance by, CancellationToken cancellationToken)
    {
        conversation.Pin = hash is null ? null : cipher.SealBytes(hash, Conversation.Table, conversation.Id, "pin");
        conversation.PinOpenUntil = hash is null ? null : by.At.AddMinutes(options.OpenMinutes);
        audit.Record(by, hash is null ? "conversation.pin_removed" : "conversation.pin_set", "conversation", conversation.Id);
        if (hash is not null)
        {
            await WithholdAsync(conversation, cancellationToken);
        }

        return default(Done);
    }

    /// <summary>News that was written last night and leaves this morning would still say all.</summary>
    private async Task WithholdAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var waiting = await db.OutboundMessages.Where(m => m.ConversationId == conversation.Id && m.State == OutboundState.Due)
            .OrderBy(m => m.Id).ToListAsync(cancellationToken);
        waiting.ForEach(m => outbox.Withhold(conversation, m));
    }
}
