using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Villages;

/// <param name="Day">The first day on which it is called so.</param>
public sealed record RenameVillageInput(VillageSeen Seen, string? Name, DateOnly? Day, string? Reason);

/// <summary>A village is called otherwise: its code stays, its old name is still understood.</summary>
public sealed class RenameVillage(SlrtDbContext db, VillageReach reach, VillageLog log)
{
    public async Task<Outcome<Done>> DoAsync(RenameVillageInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(input.Seen, actor, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        var village = found.Value;
        if (village.HasEnded)
        {
            return Refusal.Conflict("village_ended");
        }

        var name = VillageReach.Bare(input.Name);
        List<Refusal> problems =
        [
            .. new[]
            {
                name == village.Name ? new Refusal("nothing_changed", "name") : await reach.NameProblemAsync(name, village.ParentCode!, village.Code, "name", cancellationToken),
                reach.DayProblem(input.Day, await reach.LastChangeAsync(village, cancellationToken), by),
                DecisionLog.Problem(input.Reason),
            }.OfType<Refusal>(),
        ];
        if (problems.Count > 0)
        {
            return problems;
        }

        db.Add(new FormerName { Id = SequentialId.Next(by.At), AreaCode = village.Code, Name = village.Name, Until = input.Day!.Value });
        log.Record(village, new(AreaDecisionKind.Renamed, village.Name, name, input.Day), input.Reason!, by);
        village.Rename(name);
        return default(Done);
    }
}
