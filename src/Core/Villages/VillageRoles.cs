using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Villages;

/// <summary>A role that went along with a village, as it has to be known to bring it back.</summary>
/// <param name="At">Codes at which the person did not hold it before.</param>
/// <param name="WasTaken">It was taken away at the old code.</param>
internal sealed record CarriedRole(Guid Staff, Role Role, IReadOnlyList<string> At, bool WasTaken, DateOnly? From = null, DateOnly? To = null, Guid? For = null)
{
    public static string? Write(IReadOnlyList<CarriedRole> roles) => roles.Count == 0 ? null : JsonSerializer.Serialize(roles);

    public static IReadOnlyList<CarriedRole> Read(string? roles) => roles is null ? [] : JsonSerializer.Deserialize<List<CarriedRole>>(roles)!;
}

/// <summary>Carries roles of a village to those that took its place, and back; each is a decision about its account as well.</summary>
public sealed class VillageRoles(SlrtDbContext db, AccountReach accounts, EndOfSessions sessions, DecisionLog log)
{
    /// <summary>Everybody who holds a role there, or will.</summary>
    internal Task<List<StaffMember>> HoldersAsync(string code, CancellationToken cancellationToken) =>
        db.StaffMembers.Include(s => s.Roles).Where(s => s.IsActive && s.Roles.Any(r => r.AreaCode == code)).OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(cancellationToken);

    /// <summary>Whether the reader may carry somebody's roles: all that the person holds lies in the own area, and nobody decides about themselves.</summary>
    internal bool MayCarry(StaffMember staff, StaffScope actor, Provenance by) =>
        staff.Id != actor.StaffId && AccountReach.IsWhole(staff, actor.AreasFor(VillageReach.Permit), accounts.Today(by));

    /// <param name="chosen">Ids of roles at <paramref name="from"/>.</param>
    /// <param name="taken">They end there.</param>
    /// <returns>Refused where one of them is none of that village, or not the actor's to carry.</returns>
    internal async Task<Outcome<IReadOnlyList<CarriedRole>>> CarryAsync(
        IReadOnlyCollection<Guid> chosen, string from, IReadOnlyList<string> to, bool taken, string reason, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var holders = chosen.Count == 0 ? [] : await HoldersAsync(from, cancellationToken);
        var known = holders.SelectMany(s => s.Roles).Where(r => r.AreaCode == from).Select(r => r.Id).ToHashSet();
        if (chosen.Any(id => !known.Contains(id)))
        {
            return new Refusal("not_a_choice", "roles");
        }

        var carried = new List<CarriedRole>();
        foreach (var staff in holders.Where(s => s.Roles.Exists(r => chosen.Contains(r.Id))))
        {
            if (!MayCarry(staff, actor, by))
            {
                return new Refusal("village_role_elsewhere", "roles") { Values = new Dictionary<string, string> { ["name"] = staff.Name } };
            }

            var before = HeldRole.Write(staff.Roles);
            foreach (var role in staff.Roles.Where(r => chosen.Contains(r.Id)).ToList())
            {
                carried.Add(Carry(staff, role, to, taken, by));
            }

            await sessions.OfAsync(staff, by, cancellationToken);
            log.Record(staff, new(DecisionKind.RolesChanged, before, HeldRole.Write(staff.Roles), reason), by);
        }

        return carried;
    }

    /// <returns>Refused with <c>village_built_on</c> where somebody's roles are not as they were carried.</returns>
    internal async Task<Outcome<Done>> BringBackAsync(IReadOnlyList<CarriedRole> carried, string from, string reason, Provenance by, CancellationToken cancellationToken)
    {
        var ids = carried.Select(c => c.Staff).Distinct().ToList();
        foreach (var staff in await db.StaffMembers.Include(s => s.Roles).Where(s => ids.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(cancellationToken))
        {
            var before = HeldRole.Write(staff.Roles);
            foreach (var role in carried.Where(c => c.Staff == staff.Id))
            {
                var added = staff.Roles.FindAll(r => r.Role == role.Role && role.At.Contains(r.AreaCode));
                if (!staff.IsActive || added.Count != role.At.Count || staff.Roles.Exists(r => r.Role == role.Role && r.AreaCode == from) == role.WasTaken)
                {
                    return Refusal.Conflict("village_built_on");
                }

                added.ForEach(r => Remove(staff, r));
                if (role.WasTaken)
                {
                    Give(staff, role.Role, from, (role.From, role.To, role.For), by);
                }
            }

            await sessions.OfAsync(staff, by, cancellationToken);
            log.Record(staff, new(DecisionKind.RolesChanged, before, HeldRole.Write(staff.Roles), reason), by);
        }

        return default(Done);
    }

    private CarriedRole Carry(StaffMember staff, StaffRole role, IReadOnlyList<string> to, bool taken, Provenance by)
    {
        List<string> at = [.. to.Where(code => !staff.Roles.Exists(r => r.Role == role.Role && r.AreaCode == code))];
        at.ForEach(code => Give(staff, role.Role, code, (role.ValidFrom, role.ValidTo, role.StandsInFor), by));
        if (taken)
        {
            Remove(staff, role);
        }

        return new CarriedRole(staff.Id, role.Role, at, taken, role.ValidFrom, role.ValidTo, role.StandsInFor);
    }

    private void Give(StaffMember staff, Role role, string code, (DateOnly? From, DateOnly? To, Guid? For) days, Provenance by)
    {
        // The account's own list takes it over, since it is tracked.
        db.Add(new StaffRole { Id = SequentialId.Next(by.At), StaffId = staff.Id, Role = role, AreaCode = code, ValidFrom = days.From, ValidTo = days.To, StandsInFor = days.For });
    }

    private void Remove(StaffMember staff, StaffRole role)
    {
        staff.Roles.Remove(role);
        db.Remove(role);
    }
}
