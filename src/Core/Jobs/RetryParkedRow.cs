using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Jobs;

/// <summary>A row that a job has put off may come again: at its next tick, with all its tries.</summary>
public sealed class RetryParkedRow(SlrtDbContext db, AuditTrail audit)
{
    /// <returns>Refused with <c>already_done</c> where it is not put off (any more).</returns>
    public async Task<Outcome<Done>> DoAsync(string? job, Guid rowId, Provenance by, CancellationToken cancellationToken)
    {
        var row = await db.ParkedRows.SingleOrDefaultAsync(r => r.Job == job && r.RowId == rowId, cancellationToken);
        if (row is null)
        {
            return Refusal.Conflict("already_done");
        }

        db.Remove(row);
        audit.Record(by, "row.tried_again", "parked_row", rowId, new { job = row.Job, error = row.ErrorCode });
        return default(Done);
    }
}
