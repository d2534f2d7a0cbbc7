using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Tasks;

/// <summary>All that waits because of one complaint, also what the unit at hand has just begun.</summary>
internal static class TasksOfComplaint
{
    public static async Task<IReadOnlyList<WorkTask>> AllAsync(SlrtDbContext db, Guid complaintId, CancellationToken cancellationToken)
    {
        await db.WorkTasks.Where(t => t.ComplaintId == complaintId).LoadAsync(cancellationToken);
        return [.. db.WorkTasks.Local.Where(t => t.ComplaintId == complaintId)];
    }
}
