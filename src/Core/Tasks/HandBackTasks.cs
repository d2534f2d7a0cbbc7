using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Tasks;

/// <summary>When someone leaves, what had come back to them, or what they were to tell, lies at their desk; nobody waits in their name.</summary>
public sealed class HandBackTasks(SlrtDbContext db) : IEventHandler<StaffMemberDeactivated>
{
    public async Task HandleAsync(StaffMemberDeactivated happened, CancellationToken cancellationToken)
    {
        // The steps of complaints follow their complaints, which are handed back as such.
        foreach (var task in await db.WorkTasks.Where(t => t.StaffId == happened.StaffId && t.Id != t.ComplaintId).ToListAsync(cancellationToken))
        {
            task.Hold(null, happened.By.At);
        }

        foreach (var task in await db.WorkTasks.Where(t => t.AskedBy == happened.StaffId).ToListAsync(cancellationToken))
        {
            task.AskedBy = null;
        }
    }
}
