using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>Which complaint a message is about to which the person replied with the channel's own "reply".</summary>
public sealed class RepliedComplaint(SlrtDbContext db, FieldCipher cipher, BlindIndex blind)
{
    /// <param name="messageId">The channel's id of the message, ours or the person's own.</param>
    /// <returns>Null where it is about no complaint of this chat, or about several.</returns>
    public async Task<Complaint?> OfAsync(Guid conversationId, string messageId, CancellationToken cancellationToken)
    {
        var answered = await db.OutboundMessages.AsNoTracking()
            .Where(m => m.ConversationId == conversationId && m.ProviderMessageId == messageId && m.Kind != OutboundKind.Edit)
            .OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancellationToken);
        if ((answered is null ? await OfOwnAsync(conversationId, messageId, cancellationToken) : answered.ComplaintId) is { } complaintId)
        {
            return await db.Complaints.InChat(db, conversationId).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        }

        if (answered is null)
        {
            return null;
        }

        // What tells of one complaint names it, and nothing else.
        var text = cipher.OpenBody(answered.Body, answered.Id).Text;
        if (!ReferenceCode.TryFind(text, out var reference))
        {
            return null;
        }

        var rest = text[(text.IndexOf(reference, StringComparison.Ordinal) + reference.Length)..];
        return ReferenceCode.TryFind(rest, out var other) && other != reference
            ? null
            : await db.Complaints.InChat(db, conversationId).SingleOrDefaultAsync(c => c.Reference == reference, cancellationToken);
    }

    private Task<Guid?> OfOwnAsync(Guid conversationId, string messageId, CancellationToken cancellationToken)
    {
        var kept = ChannelMessageId.Of(blind, messageId);
        return db.InboundMessages.Where(m => m.ConversationId == conversationId && m.ChannelMessageId == kept)
            .OrderBy(m => m.Id).Select(m => m.ComplaintId).FirstOrDefaultAsync(cancellationToken);
    }
}
