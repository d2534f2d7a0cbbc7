using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Queue;

/// <param name="Version">The version that the giver saw.</param>
/// <param name="StaffId">Who is to have it; may be the giver.</param>
public sealed record GiveComplaintInput(Guid ComplaintId, int Version, Guid StaffId);

/// <summary>
/// A complaint is put into somebody's hands. Only those who approve or decide may take it out of a colleague's, and
/// nobody gets what they may not read.
/// </summary>
public sealed class GiveComplaint(
    SlrtDbContext db, StaffQueries staff, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Complaint>> DoAsync(
        GiveComplaintInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        var problem = Holding.Problem(complaint, actor, input.StaffId, knowsHolder: true);
        if (problem is { Kind: RefusalKind.Forbidden })
        {
            return problem;
        }

        if (complaint.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        if (problem is not null)
        {
            return problem;
        }

        var today = LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode));
        var receiver = await staff.ScopeOfAsync(input.StaffId, today, cancellationToken);
        if (receiver is null || !receiver.MayHold(complaint))
        {
            return new Refusal("not_in_their_scope", nameof(input.StaffId));
        }

        if (complaint.AssignedTo == input.StaffId)
        {
            return complaint;
        }

        complaint.AssignedTo = input.StaffId;
        if (input.StaffId == actor.StaffId)
        {
            audit.Record(by, "complaint.taken", "complaint", complaint.Id);
        }
        else
        {
            audit.Record(by, "complaint.given", "complaint", complaint.Id, new { to = input.StaffId });
        }

        events.Raise(new ComplaintAssigned(ComplaintKey.Of(complaint), input.StaffId, by));
        return complaint;
    }
}
