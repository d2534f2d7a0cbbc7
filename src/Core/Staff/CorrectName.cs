using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

public sealed record NameWanted(AccountSeen Seen, string? Name);

/// <summary>Corrects the name that colleagues and residents read; the old one stays in the log, sealed.</summary>
public sealed class CorrectName(AccountReach reach, DecisionLog log)
{
    public async Task<Outcome<Done>> DoAsync(NameWanted input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindAsync(input.Seen, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        if (NewStaffMember.NameProblem(input.Name) is { } problem)
        {
            return problem;
        }

        var (staff, name) = (found.Value, input.Name!.Trim());
        if (staff.Name == name)
        {
            return new Refusal("nothing_changed", "name");
        }

        log.Record(staff, new(DecisionKind.Renamed, Words: $"{staff.Name} → {name}"), by);
        staff.Name = name;
        return default(Done);
    }
}
