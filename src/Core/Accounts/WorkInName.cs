using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;

namespace SlrtBot.Core.Accounts;

/// <param name="Desk">Where they go; null for those that wait for a resident or a partner and stay there.</param>
public sealed record HeldWork(Desk? Desk, int Complaints);

/// <param name="Work">Complaints by the desk that has them next.</param>
/// <param name="Talks">Residents with whom the person is talking: they wait for another officer.</param>
/// <param name="Chats">Linked chats, which are parted.</param>
/// <param name="Sessions">Sessions that may still be used.</param>
public sealed record InName(IReadOnlyList<HeldWork> Work, int Talks, int Chats, int Sessions)
{
    public int Complaints => Work.Sum(w => w.Complaints);
}

/// <summary>
/// What lies in somebody's name and what becomes of it when they leave: counts alone, of what the handlers of
/// <see cref="StaffMemberDeactivated"/> give back.
/// </summary>
public sealed class WorkInName(SlrtDbContext db, TimeProvider clock)
{
    public async Task<InName> OfAsync(Guid staffId, CancellationToken cancellationToken)
    {
        var groups = await db.Complaints
            .Where(c => c.AssignedTo == staffId && (c.StatusType == StatusType.Open || c.StatusType == StatusType.Waiting))
            .GroupBy(c => new { c.Status, c.StatusType, c.Concerns, c.RegencyCode, c.DistrictCode, c.VillageCode })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var since = clock.GetUtcNow().UtcDateTime - StaffSession.Longest;
        return new InName(
            [.. groups.GroupBy(g => Desk.Of(g.Key.Status, g.Key.StatusType, g.Key.Concerns, new(g.Key.RegencyCode, g.Key.DistrictCode, g.Key.VillageCode)))
                .Select(g => new HeldWork(g.Key, g.Sum(x => x.Count))).OrderByDescending(h => h.Complaints)],
            await db.Talks.CountAsync(t => t.TakenBy == staffId && t.State == TalkState.Active, cancellationToken),
            await db.StaffChats.CountAsync(c => c.StaffId == staffId && c.UnlinkedAt == null, cancellationToken),
            await db.StaffSessions.CountAsync(s => s.StaffId == staffId && s.EndedAt == null && s.StartedAt >= since, cancellationToken));
    }
}
