using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <summary>Makes an account with its roles. Without a password its owner sets one over a link that serves once.</summary>
public sealed class AddStaffMember(SlrtDbContext db, AccountReach reach, DecisionLog log)
{
    /// <summary>By an administrator, inside the own area, with a reason.</summary>
    public async Task<Outcome<StaffAdded>> DoAsync(
        NewStaffMember input, string? reason, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var problems = input.Problems().ToList();
        if (!problems.Exists(p => p.Field == "area"))
        {
            problems.AddRange(await reach.ProblemsAsync([.. input.Roles.Select(r => new RoleWanted(r, input.AreaCode))], actor, cancellationToken));
        }

        if (DecisionLog.Problem(reason) is { } problem)
        {
            problems.Add(problem);
        }

        if (FreshPassword.Problem(input.IsGrave, actor, by) is { } unsaid)
        {
            problems.Add(unsaid);
        }

        return problems.Count > 0 ? problems : await DoAsync(input with { Reason = reason }, by, cancellationToken);
    }

    public async Task<Outcome<StaffAdded>> DoAsync(NewStaffMember input, Provenance by, CancellationToken cancellationToken)
    {
        var problems = input.Problems().ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        var name = input.NormalizedUserName;
        if (await db.StaffMembers.AnyAsync(s => s.NormalizedUserName == name, cancellationToken))
        {
            return NewStaffMember.Taken(input.UserName);
        }

        if (!await db.Areas.AnyAsync(a => a.Code == input.AreaCode && a.ValidTo == null, cancellationToken))
        {
            return NewStaffMember.UnknownArea(input.AreaCode);
        }

        var (staff, token) = input.Make(by);
        db.Add(staff);
        Record(log, staff, input.Reason, by);
        return new StaffAdded(staff.Id, staff.UserName, staff.Name, token);
    }

    internal static void Record(DecisionLog log, StaffMember staff, string? reason, Provenance by)
    {
        var sensitive = staff.ReadsSensitive ? "+sensitive" : string.Empty;
        log.Record(staff, new(DecisionKind.Added, null, HeldRole.Write(staff.Roles) + sensitive, reason), by);
    }
}
