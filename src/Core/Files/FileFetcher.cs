using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlrtBot.Core.Diagnostics;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Files;

/// <summary>
/// Fetches, in the background, the files that messages only named: a complaint never waits for its pictures, and a
/// file that cannot be had holds nobody up. Two at a time, because each may be large and lies in memory meanwhile.
/// </summary>
public sealed class FileFetcher(
    ISlrtDatabase database,
    UnitOfWork units,
    ProcessDuties duties,
    FieldCipher cipher,
    IEnumerable<IFileSource> sources,
    TimeProvider clock,
    ILogger<FileFetcher> log) : RepeatedWork(TimeSpan.FromSeconds(1), clock)
{
    private const int AtOnce = 2;
    private const int PerSweep = 50;

    private readonly List<IFileSource> _sources = [.. sources];

    protected override async Task<bool> WorkAsync(CancellationToken stoppingToken)
    {
        if (await duties.HasAsync("fetch-files", stoppingToken))
        {
            await FetchDueAsync(stoppingToken);
        }

        return true;
    }

    /// <returns>How many files were asked for.</returns>
    public async Task<int> FetchDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            var due = await DueAsync(cancellationToken);
            await Parallel.ForEachAsync(
                due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, FetchAsync);
            return due.Count;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.FilesWait(failure.GetType().Name);
            return 0;
        }
    }

    private async Task<List<StoredFile>> DueAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        await using var context = database.NewContext();
        return await context.StoredFiles.AsNoTracking().Where(f => f.State == FileState.Pending && f.NotBefore <= now)
            .OrderBy(f => f.NotBefore).Take(PerSweep).ToListAsync(cancellationToken);
    }

    private async ValueTask FetchAsync(StoredFile file, CancellationToken cancellationToken)
    {
        try
        {
            await KeepAsync(file, await AskAsync(file, cancellationToken), cancellationToken);
        }
        catch (StorageUnavailableException failure)
        {
            log.FilesWait(failure.GetType().Name);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Counted as a try, or a file that breaks something here would be fetched for ever.
            log.FilesWait(failure.GetType().Name);
            await KeepAsync(file, new FetchedFile(FetchResult.Failed), cancellationToken);
        }
    }

    private async Task<FetchedFile> AskAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var address = cipher.Open(file.ChannelFileId!, StoredFile.Table, file.Id, "channel_file_id");
        return _sources.Find(s => address.StartsWith(s.Scheme, StringComparison.Ordinal)) is { } source
            ? await source.FetchAsync(address, cancellationToken)
            : new FetchedFile(FetchResult.Gone);
    }

    private Task<Outcome<Done>> KeepAsync(StoredFile file, FetchedFile fetched, CancellationToken cancellationToken)
    {
        var by = Provenance.Job("fetch-files", Clock.GetUtcNow().UtcDateTime);
        return units.RunAsync<KeepFetchedFile, Done>((act, ct) => act.DoAsync(file.Id, fetched, by, ct), cancellationToken);
    }
}
