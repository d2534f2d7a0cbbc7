using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Imports;

/// <summary>
/// Removes the files of lists that nobody needs any more: a month after their last step the wrong rows were mended or never will
/// be, and what was good is in the tables.
/// </summary>
public sealed class SweepImportsJob(ISlrtDatabase database, ImportFiles files, TimeProvider clock) : IScheduledJob
{
    public static readonly TimeSpan Age = TimeSpan.FromDays(30);

    public async Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - Age;
        var old = files.WrittenBefore(before);
        await using var context = database.NewContext();
        var needed = await context.ImportRuns.Where(r => old.Contains(r.Id) && (r.ChangedAt >= before
            || r.State == ImportState.Checking || r.State == ImportState.Storing || r.State == ImportState.TakingBack)).Select(r => r.Id).ToListAsync(cancellationToken);
        var gone = old.Except(needed).ToList();
        gone.ForEach(files.Delete);
        return gone.Count;
    }
}
