using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Queue;

/// <summary>Someone takes a complaint on, or lays it down. Taking one that a colleague holds is refused.</summary>
public sealed class AssignComplaint(SlrtDbContext db, AuditTrail audit, DomainEvents events)
{
    /// <param name="take">True to take it for oneself, false to lay it down.</param>
    public async Task<Outcome<Complaint>> DoAsync(
        Guid complaintId, bool take, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        Guid? wanted = take ? actor.StaffId : null;
        if (Holding.Problem(complaint, actor, wanted, knowsHolder: false) is { } problem)
        {
            return problem;
        }

        if (complaint.AssignedTo == wanted)
        {
            return complaint;
        }

        complaint.AssignedTo = wanted;
        audit.Record(by, take ? "complaint.taken" : "complaint.laid_down", "complaint", complaint.Id);
        events.Raise(new ComplaintAssigned(ComplaintKey.Of(complaint), wanted, by));
        return complaint;
    }
}
