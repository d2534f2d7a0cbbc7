using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Accounts;

/// <summary>What is wrong with a desk, worst first; labels <c>desk_gap.{code}</c>.</summary>
public enum DeskGap
{
    /// <summary>Nobody holds the role there today.</summary>
    Nobody,

    /// <summary>Whoever does takes no new work today, and nobody stands in.</summary>
    Away,

    /// <summary>Nobody there may read sensitive complaints, so that those about officials are seen by nobody.</summary>
    Unseeing,
}

public sealed record EmptyDesk(DeskGap Gap, Role Role, string AreaCode);

/// <param name="Villages">Villages without a facilitator: visits there wait for somebody from elsewhere.</param>
public sealed record DeskGaps(IReadOnlyList<EmptyDesk> Desks, int Villages)
{
    /// <summary>Where work stands still.</summary>
    public int Still => Desks.Count(d => d.Gap != DeskGap.Unseeing);
}

/// <summary>
/// Desks that the workflow passes work to (see <see cref="Desk"/>) and where nobody takes it: front office, review and manager
/// of each regency, the supervisor of each sub-district.
/// </summary>
public sealed class EmptyDesks(SlrtDbContext db, AreaCatalogue areas)
{
    private static readonly Role[] OfRegency = [Role.Frontoffice, Role.Analyst, Role.Manager];

    /// <summary>To whom complaints about officials go.</summary>
    private static readonly Role[] HearsOfOfficials = [Role.Supervisor, Role.Manager];

    private static readonly Role[] Looked = [.. OfRegency, Role.Supervisor, Role.Facilitator];

    /// <param name="within">Areas of the reader; null for the whole installation.</param>
    public async Task<DeskGaps> FindAsync(IReadOnlyList<string>? within, DateOnly today, CancellationToken cancellationToken)
    {
        var holders = await db.StaffRoles
            .Where(r => Looked.Contains(r.Role) && (r.ValidFrom == null || r.ValidFrom <= today) && (r.ValidTo == null || r.ValidTo >= today))
            .Join(db.StaffMembers.Where(s => s.IsActive), r => r.StaffId, s => s.Id, (r, s) => new Holder(
                r.Role, r.AreaCode, s.ReadsSensitive,
                db.StaffAbsences.Any(a => a.StaffId == s.Id && a.CancelledAt == null && a.FirstDay <= today && a.LastDay >= today)))
            .Distinct().ToListAsync(cancellationToken);
        var byRole = holders.ToLookup(h => h.Role);
        var regencies = areas.Regencies.Where(r => IsMeant(within, r)).ToList();
        var districts = areas.Regencies.SelectMany(areas.Districts).Where(d => IsMeant(within, d.Code)).ToList();
        var desks = regencies.SelectMany(r => OfRegency.Select(role => (role, r)))
            .Concat(districts.Select(d => (role: Role.Supervisor, r: d.Code)))
            .Select(desk => Gap(desk.role, desk.r, byRole)).OfType<EmptyDesk>()
            .OrderBy(d => d.Gap).ThenBy(d => d.Role).ThenBy(d => areas.Label(d.AreaCode), StringComparer.Ordinal).ToList();
        var kept = byRole[Role.Facilitator].Select(h => h.AreaCode).ToHashSet();
        var villages = districts.SelectMany(d => areas.Villages(d.Code)).Count(v => !AreaCode.Chain(v.Code).Any(kept.Contains));
        return new DeskGaps(desks, villages);
    }

    private static EmptyDesk? Gap(Role role, string area, ILookup<Role, Holder> byRole)
    {
        // A role further up reaches down to the desk.
        var there = byRole[role].Where(h => AreaCode.Contains(h.AreaCode, area)).ToList();
        return there.Count == 0 ? new EmptyDesk(DeskGap.Nobody, role, area)
            : there.All(h => h.IsAway) ? new EmptyDesk(DeskGap.Away, role, area)
            : HearsOfOfficials.Contains(role) && !there.Exists(h => h.ReadsSensitive) ? new EmptyDesk(DeskGap.Unseeing, role, area)
            : null;
    }

    private static bool IsMeant(IReadOnlyList<string>? within, string area) => within is null || within.Any(w => AreaCode.Contains(w, area));

    private sealed record Holder(Role Role, string AreaCode, bool ReadsSensitive, bool IsAway);
}
