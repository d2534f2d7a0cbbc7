using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Imports;

/// <param name="Seen">Version of the run that was on the screen.</param>
public sealed record ImportTarget(Guid Id, int Seen);

/// <summary>Finds the run that somebody acts on: theirs to act on, as they saw it, and where the act begins.</summary>
public sealed class ReachImport(SlrtDbContext db, ImportKinds kinds)
{
    /// <param name="actor">Null for a verb at the machine.</param>
    public async Task<Outcome<ImportRun>> FindAsync(ImportTarget target, StaffScope? actor, CancellationToken cancellationToken, params ImportState[] from)
    {
        var run = await db.ImportRuns.SingleOrDefaultAsync(r => r.Id == target.Id, cancellationToken);
        if (run is null || actor?.MayIn(kinds.Of(run.Kind).Permission, run.RegencyCode) == false)
        {
            return Refusal.NotFound();
        }

        return run.Version == target.Seen && from.Contains(run.State) ? run : Refusal.Conflict("import_moved_on");
    }
}
