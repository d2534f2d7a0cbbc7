using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Visits;

/// <summary>The step for which the complaint waits is due on the day of the visit, and whoever planned it has done something.</summary>
public sealed class VisitTasks(SlrtDbContext db) : IEventHandler<VisitPlanned>, IEventHandler<VisitRescheduled>
{
    public Task HandleAsync(VisitPlanned happened, CancellationToken cancellationToken) => FollowAsync(happened.VisitId, happened.By, cancellationToken);

    public Task HandleAsync(VisitRescheduled happened, CancellationToken cancellationToken) => FollowAsync(happened.VisitId, happened.By, cancellationToken);

    private async Task FollowAsync(Guid visitId, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Visits.FindAsync([visitId], cancellationToken) is { } visit
            && await db.WorkTasks.FindAsync([visit.ComplaintId], cancellationToken) is { } task)
        {
            task.Plan(visit.PlannedOn);
            if (task.StaffId == by.ActorId)
            {
                task.Touch(by.At);
            }
        }
    }
}
