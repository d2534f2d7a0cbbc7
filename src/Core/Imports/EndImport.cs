using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Imports;

/// <summary>Somebody gives a list up. What it has stored goes out again, unless something was built on it meanwhile.</summary>
public sealed class EndImport(SlrtDbContext db, ReachImport reach, ImportKinds kinds, FieldCipher cipher, AuditTrail audit)
{
    /// <param name="reason">Of a list that people have seen; null before.</param>
    public async Task<Outcome<ImportRun>> DoAsync(ImportTarget target, string? reason, StaffScope? actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.FindAsync(
            target, actor, cancellationToken, ImportState.Uploaded, ImportState.Checking, ImportState.Checked, ImportState.Storing, ImportState.Stored);
        if (!reached.Succeeded)
        {
            return reached;
        }

        var run = reached.Value;
        var kind = kinds.Of(run.Kind);
        if (run.State == ImportState.Stored)
        {
            if (DecisionLog.Problem(reason) is { } unsaid)
            {
                return unsaid;
            }

            if (await kind.BuiltOnAsync(db, run, cancellationToken) is { } built)
            {
                return built;
            }

            run.Reason = cipher.Seal(reason!.Trim(), ImportRun.Table, run.Id, "reason");
            await kind.HideAsync(db, run, by, cancellationToken);
        }

        var from = run.State;
        (run.State, run.ChangedAt) = (run.State is ImportState.Storing or ImportState.Stored ? ImportState.TakingBack : ImportState.Cancelled, by.At);
        audit.Record(by, "import.given_up", "import", run.Id, new { from = Codes.Of(from), rows = run.StoredRows });
        return run;
    }
}
