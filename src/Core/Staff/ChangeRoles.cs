using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <param name="Keep">Ids of the lasting roles that stay; those that are not named are taken away.</param>
/// <param name="Add">What is given.</param>
public sealed record RoleChange(AccountSeen Seen, IReadOnlyCollection<Guid> Keep, IReadOnlyCollection<RoleWanted> Add, string? Reason);

/// <summary>Gives and takes roles. A deputy's days are <see cref="GiveDeputy"/>'s; the person's sessions end.</summary>
public sealed class ChangeRoles(SlrtDbContext db, AccountReach reach, LastAdministrator last, EndOfSessions sessions, DecisionLog log)
{
    public async Task<Outcome<Done>> DoAsync(RoleChange input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindOtherAsync(input.Seen, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var staff = found.Value;
        var problems = await reach.ProblemsAsync(input.Add, actor, cancellationToken);
        if (DecisionLog.Problem(input.Reason) is { } reason)
        {
            problems.Add(reason);
        }

        var taken = staff.Roles.Where(r => !r.IsDeputy && !input.Keep.Contains(r.Id)).ToList();
        var added = input.Add.Distinct().Where(w => !staff.Roles.Any(r => r.Is(w) && !r.IsDeputy && !taken.Contains(r))).ToList();
        var kept = staff.Roles.Except(taken).ToList();
        if (kept.All(r => r.IsDeputy) && added.Count == 0)
        {
            problems.Add(new Refusal("no_role_left", "role"));
        }
        else if (taken.Count == 0 && added.Count == 0)
        {
            problems.Add(new Refusal("nothing_changed"));
        }

        if (FreshPassword.Problem(added.Exists(FreshPassword.IsGrave), actor, by) is { } unsaid)
        {
            problems.Add(unsaid);
        }

        if (!staff.IsActive)
        {
            return Refusal.Conflict("account_closed");
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        if (await last.ProblemAsync(staff, kept, by, cancellationToken) is { } alone)
        {
            return alone;
        }

        var before = HeldRole.Write(staff.Roles);
        foreach (var role in taken.Where(r => !added.Any(r.Is)))
        {
            staff.Roles.Remove(role);
            db.Remove(role);
        }

        foreach (var role in added)
        {
            Give(db, staff, role, by);
        }

        await sessions.OfAsync(staff, by, cancellationToken);
        log.Record(staff, new(DecisionKind.RolesChanged, before, HeldRole.Write(staff.Roles), input.Reason), by);
        return default(Done);
    }

    /// <summary>A lasting role; of one that was held as a deputy the days are forgotten.</summary>
    internal static void Give(SlrtDbContext db, StaffMember staff, RoleWanted wanted, Provenance by)
    {
        if (staff.Roles.Find(r => r.Is(wanted)) is { } held)
        {
            (held.ValidFrom, held.ValidTo, held.StandsInFor) = (null, null, null);
            return;
        }

        var role = new StaffRole { Id = SequentialId.Next(by.At), StaffId = staff.Id, Role = wanted.Role, AreaCode = wanted.AreaCode };
        db.Add(role);
    }
}
