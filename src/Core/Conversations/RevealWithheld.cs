using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// What came unasked to a chat with a PIN: the chat shows only that there is news, until the PIN is entered. Each is told
/// once; five at a time are enough for one screen.
/// </summary>
public sealed class RevealWithheld(SlrtDbContext db, FieldCipher cipher)
{
    private const int AtOnce = 5;

    /// <returns>Oldest first.</returns>
    public async Task<Outcome<IReadOnlyList<MessageContent>>> DoAsync(Guid conversationId, Provenance by, CancellationToken cancellationToken)
    {
        var rows = await db.OutboundMessages.Where(m => m.ConversationId == conversationId && m.Withheld != null && m.RevealedAt == null)
            .OrderBy(m => m.Id).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            row.RevealedAt = by.At;
        }

        return rows.Where(m => m.State != OutboundState.Cancelled).TakeLast(AtOnce).Select(m => cipher.OpenWhole(m)).ToList();
    }
}

public static class WithheldBodies
{
    /// <summary>All that a message says, also where the chat shows only that there is news: for staff, and after the PIN.</summary>
    public static MessageContent OpenWhole(this FieldCipher cipher, OutboundMessage message) => message.Withheld is { } withheld
        ? JsonSerializer.Deserialize(cipher.Open(withheld, OutboundMessage.Table, message.Id, "withheld"), MessageJson.Default.MessageContent)!
        : cipher.OpenBody(message.Body, message.Id);
}
