using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

/// <summary>A new set-up link, told in the person's own chat instead of on the administrator's screen.</summary>
public sealed class SendSetUpLink(SlrtDbContext db, GiveSetUpLink give, Outbox outbox, PhraseBook phrases)
{
    /// <param name="publicUrl">With which links begin; null where the installation has no public address.</param>
    public async Task<Outcome<Done>> DoAsync(
        AccountSeen seen, string? publicUrl, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var given = await give.DoAsync(seen, actor, by, cancellationToken);
        if (!given.Succeeded)
        {
            return given.Refusals.ToList();
        }

        var conversation = await db.StaffChats.Where(c => c.StaffId == seen.StaffId && c.UnlinkedAt == null).OrderByDescending(c => c.Id)
            .Join(db.Conversations.Where(c => c.Reachable), chat => chat.ConversationId, c => c.Id, (_, c) => c).FirstOrDefaultAsync(cancellationToken);
        if (publicUrl is null || conversation is null)
        {
            return Refusal.Conflict("link_not_sendable");
        }

        var link = $"{publicUrl.TrimEnd('/')}/set-up/{given.Value.SetUpToken}";
        outbox.Enqueue(
            conversation, new MessageContent(phrases.Get(conversation.Language, "staff_link.set_up", ("link", link))), OutboundKind.Notice,
            $"staff_set_up:{seen.StaffId:N}:{by.At.Ticks}", by.At);
        return default(Done);
    }
}
