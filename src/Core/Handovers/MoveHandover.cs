using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.SignedLinks;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Core.Handovers;

/// <summary>
/// Takes a hand-over along one row of its workflow, with all that follows: the complaint moves to the desk that accepted, or
/// stays; the wait ends, or comes back to the sender as a task.
/// </summary>
public sealed class MoveHandover(
    SlrtDbContext db, ApplyMove moves, FieldCipher cipher, LinkBook links, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused as <see cref="Workflow{TStatus}.Take"/> refuses.</returns>
    public async Task<Outcome<Handover>> MoveAsync(Handover handover, string verb, Given given, CancellationToken cancellationToken)
    {
        var taken = HandoverWorkflow.Table.Take(handover.Status, verb, given);
        if (!taken.Succeeded)
        {
            return taken.Refusals.ToList();
        }

        var complaint = await db.Complaints.SingleAsync(c => c.Id == handover.ComplaintId, cancellationToken);
        if (verb == HandoverWorkflow.Accept && handover.ToDesk.StatusThere() is { } there
            && await TakeOverAsync(complaint, there, given, cancellationToken) is { Succeeded: false } refused)
        {
            return refused.Refusals.ToList();
        }

        handover.Move(taken.Value, cipher);
        complaint.HeldOutside = handover is { IsRunning: true, Status: HandoverStatus.Accepted }
            ? handover.ToDesk == HandoverDesk.Centre ? OutsideOffice.Centre : OutsideOffice.Province
            : null;
        await WaitAsync(handover, complaint, given.By, cancellationToken);
        if (!handover.IsRunning)
        {
            await links.EndAsync(handover.Id, given.By.At, cancellationToken);
        }

        audit.Record(given.By, $"complaint_handover.{Codes.Of(handover.Status)}", "handover", handover.Id, new { complaint = complaint.Id });
        events.Raise(new HandoverMoved(ComplaintKey.Of(complaint), handover.Id, verb, handover.Status, given.By));
        return handover;
    }

    /// <summary>The desk that accepts owns the complaint from now on, and whoever accepted holds it.</summary>
    private async Task<Outcome<Complaint>> TakeOverAsync(Complaint complaint, ComplaintStatus there, Given given, CancellationToken cancellationToken)
    {
        if (complaint.Status != there)
        {
            var taken = ComplaintWorkflow.Table.Take(complaint.Status, ComplaintWorkflow.TakeOver, given, there);
            if (!taken.Succeeded)
            {
                return taken.Refusals.ToList();
            }

            await moves.ApplyAsync(complaint, taken.Value, cancellationToken);
        }

        complaint.AssignedTo = given.By.ActorId;
        audit.Record(given.By, "complaint.taken", "complaint", complaint.Id);
        events.Raise(new ComplaintAssigned(ComplaintKey.Of(complaint), given.By.ActorId, given.By));
        return complaint;
    }

    private async Task WaitAsync(Handover handover, Complaint complaint, Provenance by, CancellationToken cancellationToken)
    {
        var task = await db.WorkTasks.FindAsync([handover.Id], cancellationToken);
        TaskKind? kind = handover.Status switch
        {
            HandoverStatus.Accepted when handover.IsRunning => TaskKind.OutsideAnswer,
            HandoverStatus.Answered => TaskKind.HandoverAnswer,
            HandoverStatus.Returned => TaskKind.HandoverQuestion,
            HandoverStatus.Lapsed => TaskKind.HandoverLapsed,
            _ => null,
        };
        if (kind is not { } waits)
        {
            if (task is not null)
            {
                db.Remove(task);
            }

            return;
        }

        if (task is null)
        {
            db.Add(task = WorkTask.For(handover.Id, waits, complaint, handover.DueOn, by.At));
        }

        if (waits == TaskKind.OutsideAnswer)
        {
            task.WaitFor(waits, handover.ToDesk.RoleOf(), null, handover.DueOn, by.At);
        }
        else
        {
            task.WaitFor(waits, handover.FromDesk.RoleOf(), handover.FromStaffId, complaint.PromiseOn, by.At);
            task.AskedBy = null;
        }
    }
}
