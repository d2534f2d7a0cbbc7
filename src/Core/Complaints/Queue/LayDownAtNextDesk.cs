using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Queue;

/// <summary>
/// A step has led to another desk: whoever held the complaint and does not work there holds it no longer, so that it stands in
/// the list of those whose turn it is.
/// </summary>
public sealed class LayDownAtNextDesk(SlrtDbContext db, StaffQueries staff, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
    : IEventHandler<ComplaintMoved>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        if (ComplaintWorkflow.WorkOf(happened.To) is not { } work
            || await db.Complaints.FindAsync([happened.Complaint.Id], cancellationToken) is not { AssignedTo: { } holder } complaint)
        {
            return;
        }

        var today = LocalDay.Of(happened.By.At, areas.ZoneOf(complaint.VillageCode));
        if ((await staff.ScopeOfAsync(holder, today, cancellationToken))?.MayDo(work, complaint) == true)
        {
            return;
        }

        complaint.AssignedTo = null;
        audit.Record(happened.By, "complaint.laid_down", "complaint", complaint.Id);
        events.Raise(new ComplaintAssigned(ComplaintKey.Of(complaint), null, happened.By));
    }
}
