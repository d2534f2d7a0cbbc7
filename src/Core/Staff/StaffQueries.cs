using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

public enum AccountState
{
    /// <summary>No password yet, and a link that may still be used.</summary>
    Invited,
    Active,

    /// <summary>Neither a password nor a link: needs a new link.</summary>
    LinkExpired,
    Deactivated,
}

public sealed record StaffRow(
    Guid Id, string UserName, string Name, IReadOnlyList<(Role Role, string AreaCode)> Roles, bool ReadsSensitive, AccountState State,
    DateTime? SignedInAt);

/// <summary>Who works here, and what they may see on a day.</summary>
public sealed class StaffQueries(SlrtDbContext db, AreaCatalogue areas, TimeProvider clock)
{
    /// <param name="day">The service day; roles that have not begun or are over do not count.</param>
    /// <returns>Null for an unknown or deactivated person.</returns>
    public async Task<StaffScope?> ScopeOfAsync(Guid staffId, DateOnly day, CancellationToken cancellationToken)
    {
        var staff = await db.StaffMembers.AsNoTracking().Include(s => s.Roles).SingleOrDefaultAsync(s => s.Id == staffId, cancellationToken);
        return staff is { IsActive: true } ? StaffScope.Of(staff, day, areas) : null;
    }

    /// <summary>Who takes no new work on that day, with the last such day.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateOnly>> AwayOnAsync(DateOnly day, CancellationToken cancellationToken) =>
        await db.StaffAbsences.Where(a => a.CancelledAt == null && a.LastDay >= day && a.FirstDay <= day)
            .GroupBy(a => a.StaffId).Select(g => new { g.Key, Last = g.Max(a => a.LastDay) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancellationToken);

    /// <summary>Everybody who holds a role on that day in one of these areas.</summary>
    /// <param name="chain">A place with all areas around it.</param>
    public async Task<IReadOnlyList<StaffScope>> WorkingInAsync(IReadOnlyList<string> chain, DateOnly day, CancellationToken cancellationToken)
    {
        // Of a village that has ended, also whoever works in the one that took its place.
        string[] codes = [.. chain.Concat(chain.Select(areas.NowOf)).Distinct()];
        var there = await db.StaffMembers.AsNoTracking().Include(s => s.Roles)
            .Where(s => s.IsActive && s.Roles.Any(r => codes.Contains(r.AreaCode))).ToListAsync(cancellationToken);
        return [.. there.Select(s => StaffScope.Of(s, day, areas)).Where(s => s.Roles.Count > 0)];
    }

    public Task<string> NameOfAsync(Guid staffId, CancellationToken cancellationToken) =>
        db.StaffMembers.Where(s => s.Id == staffId).Select(s => s.Name).SingleAsync(cancellationToken);

    /// <summary>Everybody who holds a role on that day, whatever it is.</summary>
    public async Task<IReadOnlyList<StaffScope>> WorkingOnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var all = await db.StaffMembers.AsNoTracking().Include(s => s.Roles).Where(s => s.IsActive).ToListAsync(cancellationToken);
        return [.. all.Select(s => StaffScope.Of(s, day, areas)).Where(s => s.Roles.Count > 0)];
    }

    /// <param name="within">Who holds a role in one of these areas or below; null for everybody.</param>
    public async Task<IReadOnlyList<StaffRow>> ListAsync(IReadOnlyList<string>? within, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var all = await db.StaffMembers.AsNoTracking().Include(s => s.Roles).OrderBy(s => s.NormalizedUserName).ToListAsync(cancellationToken);
        return [.. all.Where(s => within is null || s.Roles.Any(r => within.Any(a => AreaCode.Contains(a, r.AreaCode)))).Select(s => Row(s, now))];
    }

    private static StaffRow Row(StaffMember staff, DateTime now) => new(
        staff.Id, staff.UserName, staff.Name, [.. staff.Roles.Select(r => (r.Role, r.AreaCode)).Order()], staff.ReadsSensitive,
        staff switch
        {
            { IsActive: false } => AccountState.Deactivated,
            { PasswordHash: not null } => AccountState.Active,
            { SetUpTokenExpires: { } expires } when expires > now => AccountState.Invited,
            _ => AccountState.LinkExpired,
        },
        staff.SignedInAt);
}
