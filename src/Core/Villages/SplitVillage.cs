using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Villages;

public sealed record NewVillage(string? Code, string? Name)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Name);
}

/// <param name="New">What is made; rows in which nothing stands do not count.</param>
/// <param name="GoesOn">The old village stays beside them.</param>
/// <param name="Successor">Where it does not: the new code that takes its place, with its complaints; may be left out where there is only one.</param>
/// <param name="Day">The first day on which the new codes are valid.</param>
/// <param name="Roles">Ids of the roles there that are held in the new villages too, or instead where the old one ends.</param>
public sealed record SplitVillageInput(
    VillageSeen Seen, IReadOnlyList<NewVillage> New, bool GoesOn, string? Successor, DateOnly? Day, IReadOnlyCollection<Guid> Roles, string? Reason);

/// <summary>New villages are made of one, in its sub-district. What was told before keeps the old code.</summary>
public sealed class SplitVillage(SlrtDbContext db, VillageReach reach, VillageRoles roles, VillageLog log)
{
    public const int Most = 3;

    public async Task<Outcome<Done>> DoAsync(SplitVillageInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
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

        var (village, made) = found.Value;
        string[] codes = [.. made.Select(m => m.Code)];
        var carried = await roles.CarryAsync(input.Roles, village.Code, codes, !input.GoesOn, input.Reason!, actor, by, cancellationToken);
        if (!carried.Succeeded)
        {
            return carried.Refusals.ToList();
        }

        db.AddRange(made);
        if (!input.GoesOn)
        {
            (village.ValidTo, village.SuccessorCode) = (input.Day, SuccessorOf(input, codes));
        }

        log.Record(village, new(AreaDecisionKind.Split, null, string.Join('+', codes), input.Day, CarriedRole.Write(carried.Value)), input.Reason!, by);
        return default(Done);
    }

    /// <summary>All but the reason: also for whoever only wants to see what would happen.</summary>
    /// <returns>The village, tracked, and those that it would become.</returns>
    public async Task<Outcome<(Area Village, IReadOnlyList<Area> Made)>> ProblemsAsync(SplitVillageInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
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

        var problems = new List<Refusal>();
        var made = new List<Area>();
        foreach (var (wanted, row) in input.New.Select((n, i) => (n, i)).Where(n => !n.n.IsEmpty).Take(Most))
        {
            var (code, name) = (AreaCode.Normalise(wanted.Code?.Trim()) ?? "", VillageReach.Bare(wanted.Name));
            var wrong = new[]
            {
                await CodeProblemAsync(code, village, $"codes[{row}]", made, cancellationToken),
                made.Exists(m => m.FoldedName == AreaName.Fold(name))
                    ? new Refusal("village_name_taken", $"names[{row}]")
                    : await reach.NameProblemAsync(name, village.ParentCode!, input.GoesOn ? "" : village.Code, $"names[{row}]", cancellationToken),
            }.OfType<Refusal>().ToList();
            problems.AddRange(wrong);
            if (wrong.Count == 0)
            {
                made.Add(Made(code, name, village, input.Day));
            }
        }

        if (made.Count == 0 && problems.Count == 0)
        {
            problems.Add(new Refusal("required", "codes[0]"));
        }

        if (!input.GoesOn && problems.Count == 0 && SuccessorOf(input, [.. made.Select(m => m.Code)]) is null)
        {
            problems.Add(new Refusal("not_a_choice", "successor"));
        }

        if (reach.DayProblem(input.Day, await reach.LastChangeAsync(village, cancellationToken), by) is { } day)
        {
            problems.Add(day);
        }
        else if (!input.GoesOn && await reach.ComplaintAfterAsync(village.Code, input.Day!.Value, cancellationToken) is { } last)
        {
            problems.Add(new Refusal("village_complaint_after", "day") { Values = new Dictionary<string, string> { ["day"] = $"{last:yyyy-MM-dd}" } });
        }

        return problems.Count > 0 ? problems : (village, made);
    }

    private static Area Made(string code, string name, Area village, DateOnly? day)
    {
        var area = Area.MadeOf(village, code, name);
        area.ValidFrom = day;
        return area;
    }

    private async Task<Refusal?> CodeProblemAsync(string code, Area village, string field, List<Area> made, CancellationToken cancellationToken) =>
        code.Length == 0 || AreaCode.LevelOf(code) != AreaLevel.Village ? new Refusal("village_code_unfit", field)
        : AreaCode.ParentOf(code) != village.ParentCode
            ? new Refusal("village_code_elsewhere", field) { Values = new Dictionary<string, string> { ["district"] = village.ParentCode! } }
        : made.Exists(m => m.Code == code) || await db.Areas.AnyAsync(a => a.Code == code, cancellationToken) ? new Refusal("village_code_taken", field)
        : null;

    private static string? SuccessorOf(SplitVillageInput input, IReadOnlyList<string> codes)
    {
        var said = AreaCode.Normalise(input.Successor?.Trim());
        return codes.Contains(said) ? said : string.IsNullOrWhiteSpace(input.Successor) && codes is [var only] ? only : null;
    }
}
