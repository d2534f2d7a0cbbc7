using SlrtBot.Core.Jobs;

namespace SlrtBot.Core.Files;

/// <summary>
/// Removes orphaned bytes and unfinished writing after a week: long enough that nobody who puts an older database back
/// loses the files that belong to a newer one.
/// </summary>
public sealed class SweepFilesJob(OrphanedFiles orphans, FileStore store, DueRows rows, TimeProvider clock) : IScheduledJob
{
    public static readonly TimeSpan Age = TimeSpan.FromDays(7);

    public async Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - Age;
        JobCount unfinished = store.DeleteUnfinished(before);
        var found = await orphans.FindAsync(before, cancellationToken).ToListAsync(cancellationToken);
        return unfinished + await rows.TakeAsync(
            "sweep-files", found,
            (id, _, _) =>
            {
                store.Delete(id);
                return Task.FromResult(true);
            },
            cancellationToken);
    }
}
