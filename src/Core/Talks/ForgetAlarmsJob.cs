using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Talks;

/// <summary>Cards of alarms whose term is over.</summary>
public sealed class ForgetAlarmsJob(DueRows rows) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<ForgetAlarm>(
        "forget-alarms", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now) => db.Talks
        .Where(t => t.ForgetAt != null && t.ForgetAt <= now).OrderBy(t => t.ForgetAt).Select(t => t.Id);
}
