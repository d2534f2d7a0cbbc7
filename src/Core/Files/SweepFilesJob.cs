using SlrtBot.Core.Jobs;

namespace SlrtBot.Core.Files;

/// <summary>
/// Removes orphaned bytes and unfinished writing after a week: long enough that nobody who puts an older database back
/// loses the files that belong to a newer one.
/// </summary>
public sealed class SweepFilesJob(OrphanedFiles orphans, FileStore store, TimeProvider clock) : IScheduledJob
{
    public static readonly TimeSpan Age = TimeSpan.FromDays(7);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - Age;
        var swept = store.DeleteUnfinished(before);
        await foreach (var id in orphans.FindAsync(before, cancellationToken))
        {
            store.Delete(id);
            swept++;
        }

        return swept;
    }
}
