using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Queue;

/// <summary>When someone leaves, what they had taken on goes back to the queue in the same save.</summary>
public sealed class HandBackWork(SlrtDbContext db, AuditTrail audit, DomainEvents events) : IEventHandler<StaffMemberDeactivated>
{
    public async Task HandleAsync(StaffMemberDeactivated happened, CancellationToken cancellationToken)
    {
        var held = await db.Complaints
            .Where(c => c.AssignedTo == happened.StaffId && (c.StatusType == StatusType.Open || c.StatusType == StatusType.Waiting))
            .ToListAsync(cancellationToken);
        foreach (var complaint in held)
        {
            complaint.AssignedTo = null;
            audit.Record(happened.By, "complaint.laid_down", "complaint", complaint.Id);
            events.Raise(new ComplaintAssigned(ComplaintKey.Of(complaint), null, happened.By));
        }
    }
}
