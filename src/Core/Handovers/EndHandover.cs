using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Core.Handovers;

/// <summary>
/// The complaint went another way meanwhile: what was handed over is taken back, and what had come back needs nobody any more.
/// </summary>
public sealed class EndHandover(SlrtDbContext db, MoveHandover moves) : IEventHandler<ComplaintMoved>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        foreach (var task in (await TasksOfComplaint.AllAsync(db, happened.Complaint.Id, cancellationToken)).Where(t => t.Id != t.ComplaintId))
        {
            if (await db.Handovers.FindAsync([task.Id], cancellationToken) is not { } handover)
            {
                continue;
            }

            if (handover.IsRunning)
            {
                // As the clock: whoever moved the complaint need not work at the desk that had sent it.
                await moves.MoveAsync(handover, HandoverWorkflow.Revoke, new Given(Provenance.Job("moved_on", happened.By.At)), cancellationToken);
            }
            else if (db.Entry(task).State != EntityState.Deleted)
            {
                db.Remove(task);
            }
        }
    }
}
