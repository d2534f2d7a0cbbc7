using SlrtBot.Core.Areas;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Backups;

/// <summary>One backup a day, after two in the morning of the first regency served, or as soon as the program runs again.</summary>
public sealed class BackupJob(
    WriteBackup backup, BackupShelf shelf, BackupOptions options, AreaCatalogue areas, TimeProvider clock) : IScheduledJob
{
    private static readonly TimeSpan Night = TimeSpan.FromHours(2);

    public Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var zone = areas.HomeZone;
        if (options.Passphrase is null || (shelf.Newest is { } newest && Nights(newest, zone) == Nights(now, zone)))
        {
            return Task.FromResult<JobCount>(0);
        }

        backup.Run(shelf.PathOf(now), cancellationToken);
        shelf.Prune(now);
        return Task.FromResult<JobCount>(1);
    }

    private static DateOnly Nights(DateTime utc, TimeZoneInfo zone) => LocalDay.Of(utc - Night, zone);
}
