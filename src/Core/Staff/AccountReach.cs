using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <param name="LastDecision">The newest line of the account's log that was on the screen; empty where it had none.</param>
public sealed record AccountSeen(Guid StaffId, Guid LastDecision);

/// <summary>
/// Whose account an administrator may change: of people all of whose roles lie in the own area. Who holds one elsewhere too is
/// seen, and changed by whoever administers both.
/// </summary>
public sealed class AccountReach(SlrtDbContext db, AreaCatalogue areas)
{
    public DateOnly Today(Provenance by) => LocalDay.Of(by.At, areas.HomeZone);

    /// <returns>The account, tracked and with its roles; refused as not found, forbidden or stale.</returns>
    public async Task<Outcome<StaffMember>> FindAsync(AccountSeen seen, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reach = actor.AreasFor(Permission.ManageStaff);
        var staff = await db.StaffMembers.Include(s => s.Roles).InReachOf(reach).SingleOrDefaultAsync(s => s.Id == seen.StaffId, cancellationToken);
        if (staff is null)
        {
            return Refusal.NotFound();
        }

        if (!IsWhole(staff, reach, Today(by)))
        {
            return Refusal.Forbidden();
        }

        var last = await db.StaffDecisions.Where(d => d.StaffId == staff.Id).OrderByDescending(d => d.Id).Select(d => d.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return last == seen.LastDecision ? staff : Refusal.Conflict("stale");
    }

    /// <summary>The same, for what nobody decides about the own account.</summary>
    public async Task<Outcome<StaffMember>> FindOtherAsync(AccountSeen seen, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await FindAsync(seen, actor, by, cancellationToken);
        return found.Succeeded && found.Value.Id == actor.StaffId ? new Refusal("own_account") : found;
    }

    /// <summary>Whether all that the person holds, now or later, lies in these areas.</summary>
    public static bool IsWhole(StaffMember staff, IReadOnlyList<string> reach, DateOnly day) => staff.Roles
        .Where(r => r.ValidTo is null || r.ValidTo >= day || !staff.IsActive)
        .All(r => reach.Any(a => AreaCode.Contains(a, r.AreaCode)));

    /// <summary>What is wrong with roles that somebody wants to give: unknown, outside the own area, or none at all.</summary>
    public async Task<List<Refusal>> ProblemsAsync(IReadOnlyCollection<RoleWanted> wanted, StaffScope actor, CancellationToken cancellationToken)
    {
        var codes = wanted.Select(w => w.AreaCode).Distinct().ToList();
        var known = await db.Areas.Where(a => codes.Contains(a.Code) && a.ValidTo == null).Select(a => a.Code).ToListAsync(cancellationToken);
        var problems = codes.Except(known).Select(NewStaffMember.UnknownArea).ToList();
        if (known.Any(code => !actor.MayIn(Permission.ManageStaff, code)))
        {
            problems.Add(Outside());
        }

        return problems;
    }

    internal static Refusal Outside() => new("area_outside", "area");
}

/// <param name="AreaCode">Where the role is to be held.</param>
public sealed record RoleWanted(Role Role, string AreaCode);

public static class StaffInReach
{
    /// <summary>Who holds, or held, a role in one of these areas or below.</summary>
    public static IQueryable<StaffMember> InReachOf(this IQueryable<StaffMember> staff, IReadOnlyList<string> reach) =>
        // A code's beginning is the code of what lies around it: province 2, regency 5, sub-district 8 characters.
        staff.Where(s => s.Roles.Any(r => reach.Contains(r.AreaCode) || reach.Contains(r.AreaCode.Substring(0, 8))
            || reach.Contains(r.AreaCode.Substring(0, 5)) || reach.Contains(r.AreaCode.Substring(0, 2))));
}
