using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Queue;

/// <summary>When someone leaves, what they had taken on goes back to the queue in the same save.</summary>
public sealed class HandBackWork(SlrtDbContext db, LayDown layDown) : IEventHandler<StaffMemberDeactivated>
{
    public async Task HandleAsync(StaffMemberDeactivated happened, CancellationToken cancellationToken)
    {
        var held = await db.Complaints
            .Where(c => c.AssignedTo == happened.StaffId && (c.StatusType == StatusType.Open || c.StatusType == StatusType.Waiting))
            .ToListAsync(cancellationToken);
        foreach (var complaint in held)
        {
            layDown.Now(complaint, happened.By);
        }
    }
}
