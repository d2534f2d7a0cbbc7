using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <summary>
/// No path leaves an area without an administrator: whoever stops being one needs another there whose role has no end, so
/// that none is missing when a deputy's days are over.
/// </summary>
public sealed class LastAdministrator(SlrtDbContext db, AreaCatalogue areas)
{
    /// <param name="staff">Tracked, with roles: who is about to lose some.</param>
    /// <param name="kept">What they keep of them.</param>
    /// <returns>Null where another stays in every area that is given up.</returns>
    public async Task<Refusal?> ProblemAsync(
        StaffMember staff, IReadOnlyCollection<StaffRole> kept, Provenance by, CancellationToken cancellationToken)
    {
        var today = LocalDay.Of(by.At, areas.HomeZone);
        var lost = staff.IsActive
            ? staff.Roles.Where(r => r.Role == Role.Administrator && r.HoldsOn(today)).Select(r => r.AreaCode).Where(a => !Covers(kept, a, today)).ToList()
            : [];
        if (lost.Count == 0)
        {
            return null;
        }

        var others = await db.StaffMembers.Include(s => s.Roles)
            .Where(s => s.Id != staff.Id && s.IsActive && s.Roles.Any(r => r.Role == Role.Administrator)).OrderBy(s => s.Id)
            .ToListAsync(cancellationToken);
        foreach (var area in lost)
        {
            if (others.Find(o => Covers(o.Roles, area, today)) is not { } stays)
            {
                return Refusal.Conflict("last_administrator");
            }

            // Counts as a change of the one who stays: of two who stop at once, the second is decided anew.
            db.Entry(stays).Property(s => s.Version).IsModified = true;
        }

        return null;
    }

    private static bool Covers(IEnumerable<StaffRole> roles, string area, DateOnly today) => roles
        .Any(r => r.Role == Role.Administrator && r.ValidTo is null && r.HoldsOn(today) && AreaCode.Contains(r.AreaCode, area));
}
