using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

public sealed record StaffChatRow(Guid Id, Guid ConversationId, string Channel, DateTime LinkedAt);

/// <summary>Which chats are whose, of those who work here.</summary>
public sealed class StaffChats(SlrtDbContext db, StaffQueries staff, AreaCatalogue areas, TimeProvider clock)
{
    /// <returns>Who writes there and what they may do today; null for a chat that is linked to no account.</returns>
    public async Task<StaffScope?> OfAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        var linked = await db.StaffChats.Where(c => c.ConversationId == conversationId && c.UnlinkedAt == null)
            .Select(c => (Guid?)c.StaffId).SingleOrDefaultAsync(cancellationToken);
        var today = LocalDay.Of(clock.GetUtcNow().UtcDateTime, areas.HomeZone);
        return linked is { } staffId ? await staff.ScopeOfAsync(staffId, today, cancellationToken) : null;
    }

    /// <summary>The chats in which this person can be reached, oldest first.</summary>
    public Task<List<StaffChatRow>> OfStaffAsync(Guid staffId, CancellationToken cancellationToken) => db.StaffChats
        .Where(c => c.StaffId == staffId && c.UnlinkedAt == null).OrderBy(c => c.Id)
        .Select(c => new StaffChatRow(
            c.Id, c.ConversationId, db.Conversations.Where(o => o.Id == c.ConversationId).Select(o => o.Channel).First(), c.LinkedAt))
        .ToListAsync(cancellationToken);
}
