using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Tasks;

/// <summary>Whoever has taken a step has done something with it: written to the resident, or to colleagues.</summary>
public sealed class TouchTasks(SlrtDbContext db) : IEventHandler<StaffWrote>, IEventHandler<ComplaintNoted>
{
    public Task HandleAsync(StaffWrote happened, CancellationToken cancellationToken) => TouchAsync(happened.Complaint.Id, happened.By, cancellationToken);

    public Task HandleAsync(ComplaintNoted happened, CancellationToken cancellationToken) => TouchAsync(happened.Complaint.Id, happened.By, cancellationToken);

    private async Task TouchAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.WorkTasks.FindAsync([complaintId], cancellationToken) is { } task && task.StaffId == by.ActorId)
        {
            task.Touch(by.At);
        }
    }
}
