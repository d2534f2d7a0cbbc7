using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <summary>Ends all sessions of a person with the unit at hand: whoever holds a cookie signs in again.</summary>
public sealed class EndOfSessions(SlrtDbContext db)
{
    /// <returns>How many could still be used.</returns>
    public async Task<int> OfAsync(StaffMember staff, Provenance by, CancellationToken cancellationToken)
    {
        var since = by.At - StaffSession.Longest;
        var open = await db.StaffSessions.Where(s => s.StaffId == staff.Id && s.EndedAt == null && s.StartedAt >= since).ToListAsync(cancellationToken);
        open.ForEach(s => s.EndedAt = by.At);
        staff.SecurityStamp = SetUpToken.New();
        return open.Count;
    }
}

/// <summary>The administrator ends them: a telephone is lost, or somebody forgot to sign out.</summary>
public sealed class EndAccountSessions(AccountReach reach, EndOfSessions sessions, DecisionLog log)
{
    /// <returns>How many there were.</returns>
    public async Task<Outcome<int>> DoAsync(AccountSeen seen, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(seen, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var ended = await sessions.OfAsync(found.Value, by, cancellationToken);
        log.Record(found.Value, new(DecisionKind.SessionsEnded), by);
        return ended;
    }
}
