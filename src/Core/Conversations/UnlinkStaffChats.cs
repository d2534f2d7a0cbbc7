using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

/// <param name="StaffId">Null for whoever the chat is linked with.</param>
/// <param name="ConversationId">Null for all chats of that person.</param>
public sealed record StaffChatsToUnlink(Guid? StaffId, Guid? ConversationId, StaffChatEnd End);

/// <summary>A chat is no longer an account's. Who did not do it there is told there.</summary>
public sealed class UnlinkStaffChats(
    SlrtDbContext db, Outbox outbox, PhraseBook phrases, AuditTrail audit, AccountReach reach, DecisionLog log)
{
    /// <summary>By an administrator: all chats of that account.</summary>
    /// <returns>How many there were.</returns>
    public async Task<Outcome<int>> DoAsync(AccountSeen seen, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(seen, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var unlinked = await DoAsync(new(seen.StaffId, null, StaffChatEnd.Administrator), by, cancellationToken);
        if (unlinked.Value == 0)
        {
            return Refusal.Conflict("already_done");
        }

        log.Record(found.Value, new(DecisionKind.ChatsUnlinked), by);
        return unlinked;
    }

    /// <returns>How many there were.</returns>
    public async Task<Outcome<int>> DoAsync(StaffChatsToUnlink input, Provenance by, CancellationToken cancellationToken)
    {
        if (input is { StaffId: null, ConversationId: null })
        {
            return 0;
        }

        var meant = db.StaffChats.Where(c => c.UnlinkedAt == null);
        meant = input.StaffId is { } staff ? meant.Where(c => c.StaffId == staff) : meant;
        meant = input.ConversationId is { } chatId ? meant.Where(c => c.ConversationId == chatId) : meant;
        var linked = await meant.ToListAsync(cancellationToken);
        foreach (var chat in linked)
        {
            chat.UnlinkedAt = by.At;
            chat.UnlinkedBy = input.End;
            audit.Record(by, "staff.chat_unlinked", "staff_member", chat.StaffId, new { conversation = chat.ConversationId, end = Codes.Of(input.End) });
            if (input.End != StaffChatEnd.Chat)
            {
                var conversation = await db.Conversations.SingleAsync(c => c.Id == chat.ConversationId, cancellationToken);
                outbox.Enqueue(
                    conversation, new MessageContent(phrases.Get(conversation.Language, "staff_link.ended")) { Silent = true }, OutboundKind.Notice,
                    $"staff_chat:{chat.Id:N}:ended", by.At);
            }
        }

        return linked.Count;
    }
}
