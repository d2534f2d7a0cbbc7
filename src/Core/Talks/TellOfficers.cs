using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Talks;

/// <summary>
/// Writes of an emergency to the chats of those who may take it, at any hour and without a word of what was said: the
/// console tells that.
/// </summary>
public sealed class TellOfficers(SlrtDbContext db, Outbox outbox, PhraseBook phrases, AreaCatalogue areas)
    : IEventHandler<AlarmRaised>
{
    public async Task HandleAsync(AlarmRaised happened, CancellationToken cancellationToken)
    {
        if (await db.Talks.FindAsync([happened.TalkId], cancellationToken) is not { } talk)
        {
            return;
        }

        var now = happened.By.At;
        var area = talk.Closest();
        var today = LocalDay.Of(now, areas.ZoneOf(area));
        var linked = await db.StaffChats.Where(c => c.UnlinkedAt == null && c.ConversationId != talk.ConversationId).ToListAsync(cancellationToken);
        var ids = linked.Select(c => c.StaffId).Distinct().ToList();
        var staff = await db.StaffMembers.AsNoTracking().Include(s => s.Roles).Where(s => ids.Contains(s.Id) && s.IsActive).ToListAsync(cancellationToken);
        var open = new HashSet<Guid>();
        foreach (var member in staff)
        {
            if (await talk.IsOpenToAsync(db, StaffScope.Of(member, today), cancellationToken))
            {
                open.Add(member.Id);
            }
        }

        foreach (var chat in linked.Where(c => open.Contains(c.StaffId)))
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == chat.ConversationId, cancellationToken);
            outbox.Enqueue(
                conversation, new MessageContent(phrases.Get(conversation.Language, "emergency.alert", ("area", areas.Label(area)))), OutboundKind.Notice,
                $"alarm:{talk.Id:N}:{talk.AlertedAt:yyyyMMddHHmmss}:{conversation.Id:N}", now);
        }
    }
}
