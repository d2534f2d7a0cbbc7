using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Imports;

/// <summary>Somebody saw what the check found and says go: the good rows are stored, the wrong ones left out.</summary>
public sealed class StoreImport(ReachImport reach, SameList same, AuditTrail audit)
{
    public async Task<Outcome<ImportRun>> DoAsync(ImportTarget target, StaffScope? actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.FindAsync(target, actor, cancellationToken, ImportState.Checked);
        if (!reached.Succeeded)
        {
            return reached;
        }

        var run = reached.Value;
        if (run.Rows == run.Wrong)
        {
            return new Refusal("import_nothing_good");
        }

        // Two who sent it at one time: the first to store it has it.
        if (await same.FindAsync(run.Kind, run.RegencyCode, run.ContentIndex, run.Id, cancellationToken) is { State: ImportState.Storing or ImportState.Stored })
        {
            return SameList.Refused;
        }

        (run.State, run.Position, run.ChangedAt) = (ImportState.Storing, 0, by.At);
        audit.Record(by, "import.storing", "import", run.Id, new { rows = run.Rows, wrong = run.Wrong });
        return run;
    }
}
