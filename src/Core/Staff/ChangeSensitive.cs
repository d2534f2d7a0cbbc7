using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

public sealed record SensitiveWanted(AccountSeen Seen, bool Reads, string? Reason);

/// <summary>Gives or takes the permission to read sensitive complaints: held per person, never by role.</summary>
public sealed class ChangeSensitive(AccountReach reach, EndOfSessions sessions, DecisionLog log)
{
    public async Task<Outcome<Done>> DoAsync(SensitiveWanted input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var found = await reach.FindOtherAsync(input.Seen, actor, by, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Refusals.ToList();
        }

        if (DecisionLog.Problem(input.Reason) is { } problem)
        {
            return problem;
        }

        var staff = found.Value;
        if (!staff.IsActive)
        {
            return Refusal.Conflict("account_closed");
        }

        if (staff.ReadsSensitive == input.Reads)
        {
            return Refusal.Conflict("already_done");
        }

        if (FreshPassword.Problem(input.Reads, actor, by) is { } unsaid)
        {
            return unsaid;
        }

        staff.ReadsSensitive = input.Reads;
        await sessions.OfAsync(staff, by, cancellationToken);
        log.Record(staff, new(DecisionKind.SensitiveChanged, Word(!input.Reads), Word(input.Reads), input.Reason), by);
        return default(Done);
    }

    internal static string Word(bool reads) => reads ? "yes" : "no";
}
