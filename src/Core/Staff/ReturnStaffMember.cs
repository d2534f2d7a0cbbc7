using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <param name="Roles">Chosen anew: what the person held before says nothing about today.</param>
public sealed record StaffReturns(AccountSeen Seen, IReadOnlyList<RoleWanted> Roles, string? Reason);

/// <summary>
/// Opens the account of somebody who comes back: new roles, a new link, no password and no permission of before. The history
/// stays one person's.
/// </summary>
public sealed class ReturnStaffMember(SlrtDbContext db, AccountReach reach, DecisionLog log)
{
    public async Task<Outcome<StaffAdded>> DoAsync(StaffReturns input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindOtherAsync(input.Seen, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var staff = found.Value;
        if (staff.IsActive)
        {
            return Refusal.Conflict("already_done");
        }

        var problems = await reach.ProblemsAsync(input.Roles, actor, cancellationToken);
        if (input.Roles.Count == 0)
        {
            problems.Add(new Refusal("required", "role"));
        }

        if (DecisionLog.Problem(input.Reason) is { } reason)
        {
            problems.Add(reason);
        }

        if (FreshPassword.Problem(input.Roles.Any(FreshPassword.IsGrave), actor, by) is { } unsaid)
        {
            problems.Add(unsaid);
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var before = HeldRole.Write(staff.Roles);
        foreach (var role in staff.Roles.Where(r => !input.Roles.Any(r.Is)).ToList())
        {
            staff.Roles.Remove(role);
            db.Remove(role);
        }

        foreach (var role in input.Roles.Distinct())
        {
            ChangeRoles.Give(db, staff, role, by);
        }

        staff.IsActive = true;
        staff.ReadsSensitive = false;
        staff.PasswordHash = null;
        staff.SecurityStamp = SetUpToken.New();
        var token = GiveSetUpLink.Renew(staff, by);
        log.Record(staff, new(DecisionKind.Returned, before, HeldRole.Write(staff.Roles), input.Reason), by);
        return new StaffAdded(staff.Id, staff.UserName, staff.Name, token);
    }
}
