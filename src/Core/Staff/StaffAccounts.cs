using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <summary>Look-ups for signing in. They answer about one account and know no scope: nobody is signed in yet.</summary>
public sealed class StaffAccounts(SlrtDbContext db, AreaCatalogue areas)
{
    public Task<bool> AnyAsync(CancellationToken cancellationToken) => db.StaffMembers.AnyAsync(cancellationToken);

    public Task<StaffMember?> ByIdAsync(Guid id, CancellationToken cancellationToken) =>
        db.StaffMembers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);

    public Task<StaffMember?> ByUserNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.StaffMembers.AsNoTracking().SingleOrDefaultAsync(s => s.NormalizedUserName == normalizedUserName, cancellationToken);

    /// <returns>Null where the link was used, has expired or was never given.</returns>
    public async Task<StaffMember?> BySetUpTokenAsync(string token, DateTime at, CancellationToken cancellationToken)
    {
        var hash = SetUpToken.Hash(token);
        var staff = await db.StaffMembers.AsNoTracking().SingleOrDefaultAsync(s => s.SetUpTokenHash == hash, cancellationToken);
        return staff is { IsActive: true } && staff.SetUpTokenExpires > at ? staff : null;
    }

    /// <summary>Who holds the session, as of now: a role that was taken away a second ago is gone.</summary>
    /// <param name="today">The service day, for roles that begin or end.</param>
    /// <returns>Null where the session was ended, the person deactivated, or the stamp is older than the account's.</returns>
    public async Task<StaffScope?> InSessionAsync(Guid sessionId, string stamp, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await db.StaffSessions
            .Where(session => session.Id == sessionId && session.EndedAt == null)
            .Join(db.StaffMembers.Include(s => s.Roles), session => session.StaffId, s => s.Id, (session, s) => new { Staff = s, Said = session.ConfirmedAt ?? session.StartedAt })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !found.Staff.IsActive || found.Staff.SecurityStamp != stamp)
        {
            return null;
        }

        return StaffScope.Of(found.Staff, today, areas) with { ConfirmedAt = found.Said };
    }
}
