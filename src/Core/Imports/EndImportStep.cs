using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Imports;

/// <param name="Failure">Code of a refusal where the list could not be read on; null where the step came to its end.</param>
public sealed record ImportStepEnd(Guid RunId, ImportState From, string? Failure);

/// <summary>A step of a run is over: what comes next.</summary>
public sealed class EndImportStep(SlrtDbContext db, ImportKinds kinds, AuditTrail audit)
{
    /// <returns>False where somebody gave the run up meanwhile.</returns>
    public async Task<Outcome<bool>> DoAsync(ImportStepEnd end, Provenance by, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.SingleAsync(r => r.Id == end.RunId, cancellationToken);
        if (run.State != end.From)
        {
            return false;
        }

        run.Failure = end.Failure ?? run.Failure;
        run.State = Next(run, end.Failure is not null);
        run.ChangedAt = by.At;
        if (run.State == ImportState.Stored)
        {
            run.StoredAt = by.At;
            kinds.Of(run.Kind).Finish(db, run, by);
        }

        audit.Record(by, $"import.{Codes.Of(run.State)}", "import", run.Id, new { rows = run.Rows, wrong = run.Wrong, stored = run.StoredRows, failure = end.Failure });
        return true;
    }

    private static ImportState Next(ImportRun run, bool failed) => run.State switch
    {
        ImportState.Checking => failed ? ImportState.Failed : ImportState.Checked,
        ImportState.Storing => failed ? ImportState.TakingBack : ImportState.Stored,
        _ => run.Failure is not null ? ImportState.Failed : run.StoredAt is null ? ImportState.Cancelled : ImportState.TakenBack,
    };
}
