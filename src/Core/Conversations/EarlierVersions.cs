using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>The versions of a message that the person changed: what it was before, and what it is where the change came first.</summary>
public sealed class EarlierVersions(SlrtDbContext db, FieldCipher cipher, BlindIndex blind)
{
    /// <param name="messageId">The channel's id, which all versions have.</param>
    /// <returns>The raw payloads of those that are handled and not forgotten yet, oldest first.</returns>
    public async Task<IReadOnlyList<byte[]>> PayloadsAsync(Guid conversationId, string messageId, CancellationToken cancellationToken)
    {
        var kept = ChannelMessageId.Of(blind, messageId);
        var rows = await db.InboundMessages.AsNoTracking()
            .Where(m => m.ConversationId == conversationId && m.ChannelMessageId == kept && m.Payload != null)
            .OrderBy(m => m.Id).Select(m => new { m.Id, m.Payload }).ToListAsync(cancellationToken);
        return [.. rows.Select(m => cipher.OpenBytes(m.Payload!, InboundMessage.Table, m.Id, "payload"))];
    }

    /// <returns>The raw payload of the last change that was handled while nobody knew the message; null where there was none.</returns>
    public async Task<byte[]?> ChangeBeforeAsync(Guid conversationId, string messageId, CancellationToken cancellationToken)
    {
        var kept = ChannelMessageId.Of(blind, messageId);
        var row = await db.InboundMessages.AsNoTracking()
            .Where(m => m.ConversationId == conversationId && m.ChannelMessageId == kept && m.Kind == InboundKind.Edit && m.CorrectsId == null && m.Payload != null)
            .OrderByDescending(m => m.Id).Select(m => new { m.Id, m.Payload }).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : cipher.OpenBytes(row.Payload!, InboundMessage.Table, row.Id, "payload");
    }
}
