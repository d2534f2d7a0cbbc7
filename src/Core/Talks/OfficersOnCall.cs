using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Talks;

/// <summary>The linked chats of those who may take a talk today: whom an alarm can be told.</summary>
public sealed class OfficersOnCall(SlrtDbContext db, AreaCatalogue areas)
{
    public async Task<List<StaffChat>> OfAsync(Talk talk, DateTime now, CancellationToken cancellationToken)
    {
        var today = LocalDay.Of(now, areas.ZoneOf(talk.Closest()));
        var linked = await db.StaffChats.Where(c => c.UnlinkedAt == null && c.ConversationId != talk.ConversationId).ToListAsync(cancellationToken);
        var ids = linked.Select(c => c.StaffId).Distinct().ToList();
        var staff = await db.StaffMembers.AsNoTracking().Include(s => s.Roles).Where(s => ids.Contains(s.Id) && s.IsActive).ToListAsync(cancellationToken);
        var open = new HashSet<Guid>();
        foreach (var member in staff)
        {
            if (await talk.IsOpenToAsync(db, StaffScope.Of(member, today, areas), cancellationToken))
            {
                open.Add(member.Id);
            }
        }

        return [.. linked.Where(c => open.Contains(c.StaffId))];
    }
}
