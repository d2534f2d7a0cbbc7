using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Queue;

/// <summary>
/// "I am concerned, take it from me": whoever holds or sees a complaint about a relative, a neighbour or themselves steps aside. It
/// goes back to the desk, and the door closes behind them: no list, count, search or look shows it to them again.
/// </summary>
public sealed class Recuse(SlrtDbContext db, LayDown layDown, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.AssignComplaints, complaint))
        {
            return Refusal.Forbidden();
        }

        if (complaint.AssignedTo == actor.StaffId)
        {
            layDown.Now(complaint, by);
        }

        complaint.Recused = Recusals.With(complaint.Recused, actor.StaffId);
        audit.Record(by, "complaint.recused", "complaint", complaint.Id);
        events.Raise(new StaffRecused(ComplaintKey.Of(complaint), actor.StaffId, by));
        return complaint;
    }
}
