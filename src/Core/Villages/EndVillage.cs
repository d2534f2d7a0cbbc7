using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Villages;

/// <param name="Successor">Code of the village that takes its place.</param>
/// <param name="Day">The first day on which the code is no longer valid.</param>
/// <param name="Roles">Ids of the roles there that go to the successor; the others stay where they are.</param>
public sealed record EndVillageInput(VillageSeen Seen, string? Successor, DateOnly? Day, IReadOnlyCollection<Guid> Roles, string? Reason);

/// <summary>
/// A village is no more, and another takes its place. Its complaints keep its code; whoever works in the successor sees them as
/// well (<see cref="StaffScope"/>).
/// </summary>
public sealed class EndVillage(SlrtDbContext db, VillageReach reach, VillageRoles roles, VillageLog log)
{
    public async Task<Outcome<Done>> DoAsync(EndVillageInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await ProblemsAsync(input, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        if (DecisionLog.Problem(input.Reason) is { } problem)
        {
            return problem;
        }

        var village = found.Value;
        var carried = await roles.CarryAsync(input.Roles, village.Code, [input.Successor!], true, input.Reason!, actor, by, cancellationToken);
        if (!carried.Succeeded)
        {
            return carried.Refusals.ToList();
        }

        (village.ValidTo, village.SuccessorCode) = (input.Day, input.Successor);
        log.Record(village, new(AreaDecisionKind.Ended, null, input.Successor, input.Day, CarriedRole.Write(carried.Value)), input.Reason!, by);
        return default(Done);
    }

    /// <summary>All but the reason: also for whoever only wants to see what would happen.</summary>
    public async Task<Outcome<Area>> ProblemsAsync(EndVillageInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(input.Seen, actor, cancellationToken);
        if (!found.Succeeded)
        {
            return found;
        }

        var village = found.Value;
        if (village.HasEnded)
        {
            return Refusal.Conflict("village_ended");
        }

        List<Refusal> problems =
        [
            .. new[]
            {
                await SuccessorProblemAsync(village, input.Successor, actor, cancellationToken),
                reach.DayProblem(input.Day, await reach.LastChangeAsync(village, cancellationToken), by),
            }.OfType<Refusal>(),
        ];
        if (problems.Count == 0 && await reach.ComplaintAfterAsync(village.Code, input.Day!.Value, cancellationToken) is { } last)
        {
            problems.Add(new Refusal("village_complaint_after", "day") { Values = new Dictionary<string, string> { ["day"] = $"{last:yyyy-MM-dd}" } });
        }

        return problems.Count > 0 ? problems : village;
    }

    private async Task<Refusal?> SuccessorProblemAsync(Area village, string? code, StaffScope actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return new Refusal("required", "successor");
        }

        var successor = await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Code == code && a.Level == AreaLevel.Village, cancellationToken);
        return successor is null || successor.Code == village.Code || AreaCode.RegencyOf(successor.Code) != AreaCode.RegencyOf(village.Code) ? new Refusal("not_a_choice", "successor")
            : successor.HasEnded ? new Refusal("village_successor_ended", "successor")
            : !actor.MayIn(VillageReach.Permit, successor.Code) ? new Refusal("area_outside", "successor")
            : null;
    }
}
