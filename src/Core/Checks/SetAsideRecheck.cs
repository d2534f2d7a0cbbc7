using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Checks;

public sealed record SetAsideRecheckInput(RecheckTarget Target, string? Reason);

/// <summary>Somebody decides that the resident is not told what a new list says, and why.</summary>
public sealed class SetAsideRecheck(RecheckReach reach, FieldCipher cipher, AuditTrail audit)
{
    public async Task<Outcome<Recheck>> DoAsync(SetAsideRecheckInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.FindAsync(input.Target, actor, r => r.State == RecheckState.SetAside, cancellationToken);
        if (!reached.Succeeded || reached.Value.State == RecheckState.SetAside)
        {
            return reached;
        }

        if (DecisionLog.Problem(input.Reason) is { } unsaid)
        {
            return unsaid;
        }

        var recheck = reached.Value;
        recheck.SetAside(cipher.Seal(input.Reason!.Trim(), Recheck.Table, recheck.Id, "words"), actor.StaffId, by.At);
        audit.Record(by, "registry.recheck_set_aside", "complaint", recheck.ComplaintId, new { recheck = recheck.Id });
        return recheck;
    }
}
