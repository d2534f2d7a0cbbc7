using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <param name="Absent">Who is stood in for.</param>
/// <param name="RoleId">Of the absent person's role that the deputy is to hold.</param>
/// <param name="DeputyId">Who stands in.</param>
public sealed record DeputyWanted(AccountSeen Absent, Guid RoleId, Guid DeputyId, DateOnly? From, DateOnly? To, string? Reason);

/// <summary>Somebody holds a colleague's role for some days, a year at most. It begins and ends by itself.</summary>
public sealed class GiveDeputy(SlrtDbContext db, AccountReach reach, EndOfSessions sessions, DecisionLog log)
{
    public async Task<Outcome<Done>> DoAsync(DeputyWanted input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(input.Absent, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var today = reach.Today(by);
        var problems = Problems(input, today).ToList();
        var role = found.Value.Roles.Find(r => r.Id == input.RoleId && !r.IsDeputy);
        if (role is null)
        {
            problems.Add(new Refusal("not_a_choice", "role"));
        }

        if (role is not null && FreshPassword.Problem(FreshPassword.IsGrave(new(role.Role, role.AreaCode)), actor, by) is { } unsaid)
        {
            problems.Add(unsaid);
        }

        var areas = actor.AreasFor(Permission.ManageStaff);
        var deputy = await db.StaffMembers.Include(s => s.Roles).InReachOf(areas)
            .SingleOrDefaultAsync(s => s.Id == input.DeputyId && s.IsActive && s.Id != input.Absent.StaffId, cancellationToken);
        if (deputy is null || !AccountReach.IsWhole(deputy, areas, today))
        {
            problems.Add(new Refusal("not_a_choice", "deputy"));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        if (deputy!.Id == actor.StaffId)
        {
            return new Refusal("own_account", "deputy");
        }

        var held = deputy.Roles.Find(r => r.Is(new(role!.Role, role.AreaCode)));
        if (held is { IsDeputy: false } || held?.ValidTo >= today)
        {
            return new Refusal("holds_role_already", "deputy");
        }

        var given = held ?? new StaffRole { Id = SequentialId.Next(by.At), StaffId = deputy.Id, Role = role!.Role, AreaCode = role.AreaCode };
        (given.ValidFrom, given.ValidTo, given.StandsInFor) = (input.From, input.To, input.Absent.StaffId);
        if (held is null)
        {
            db.Add(given);
        }

        await sessions.OfAsync(deputy, by, cancellationToken);
        log.Record(deputy, new(DecisionKind.DeputyGiven, null, HeldRole.Of(given).ToString(), input.Reason, input.Absent.StaffId), by);
        return default(Done);
    }

    private static IEnumerable<Refusal> Problems(DeputyWanted input, DateOnly today)
    {
        foreach (var problem in SetAbsence.DayProblems(input.From, input.To, today))
        {
            yield return problem;
        }

        if (DecisionLog.Problem(input.Reason) is { } reason)
        {
            yield return reason;
        }
    }
}

/// <param name="Deputy">Whose days end.</param>
public sealed record DeputyToEnd(AccountSeen Deputy, Guid RoleId);

/// <summary>The colleague is back before the day, or does not go after all.</summary>
public sealed class EndDeputy(SlrtDbContext db, AccountReach reach, LastAdministrator last, EndOfSessions sessions, DecisionLog log)
{
    public async Task<Outcome<Done>> DoAsync(DeputyToEnd input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindOtherAsync(input.Deputy, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var staff = found.Value;
        if (staff.Roles.Find(r => r.Id == input.RoleId && r.IsDeputy) is not { } role)
        {
            return Refusal.NotFound();
        }

        if (await last.ProblemAsync(staff, [.. staff.Roles.Where(r => r != role)], by, cancellationToken) is { } alone)
        {
            return alone;
        }

        staff.Roles.Remove(role);
        db.Remove(role);
        await sessions.OfAsync(staff, by, cancellationToken);
        log.Record(staff, new(DecisionKind.DeputyEnded, HeldRole.Of(role).ToString(), null, null, role.StandsInFor), by);
        return default(Done);
    }
}
