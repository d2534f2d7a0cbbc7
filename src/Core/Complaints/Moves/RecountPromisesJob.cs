using SlrtBot.Core.Areas;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Moves;

/// <summary>Days off or office hours were settled anew: every open promise that counts by another calendar is counted again.</summary>
public sealed class RecountPromisesJob(DueRows rows, WorkingCalendar calendar) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        var version = calendar.Version;
        return rows.TakeAsync<RecountPromise>("recount", (db, _) => Due(db, version), (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);
    }

    internal static IQueryable<Guid> Due(SlrtDbContext db, string version) =>
        db.Complaints.Where(c => c.StatusType == StatusType.Open && c.PromiseCalendar != version).OrderBy(c => c.PromiseCalendar).ThenBy(c => c.Id).Select(c => c.Id);
}
