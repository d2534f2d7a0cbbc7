using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlrtBot.Core.Diagnostics;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Jobs;

/// <summary>
/// How every job walks the rows that are due. Each row is a unit of its own with a time of its own, and is loaded and
/// checked again by the act. One that fails is logged, counted and put off (<see cref="ParkRow"/>); the others go on. A
/// database that does not serve ends the run: nothing is wrong with the rows then.
/// </summary>
public sealed class DueRows(ISlrtDatabase database, UnitOfWork units, ParkRow park, TimeProvider clock, ILogger<DueRows> log)
{
    private const int Together = 200;
    private const int Most = 10_000;

    /// <param name="job">Its name in <see cref="JobSchedule"/>.</param>
    /// <param name="due">Ids of the rows that are due at that time, those that wait longest first; read from an index.</param>
    /// <param name="take">What is done with one of them; false where nothing was to be done after all.</param>
    /// <exception cref="StorageUnavailableException">The database does not serve.</exception>
    public async Task<JobCount> TakeAsync<TAct>(
        string job, Func<SlrtDbContext, DateTime, IQueryable<Guid>> due,
        Func<TAct, Guid, Provenance, CancellationToken, Task<Outcome<bool>>> take, CancellationToken cancellationToken)
        where TAct : notnull
    {
        var (count, seen, left) = (default(JobCount), new HashSet<Guid>(), 0);
        while (seen.Count < Most)
        {
            // Those that were not due after all may still be found: they must not hide the ones behind them.
            var most = Together + left;
            var found = await FindAsync(job, due, most, cancellationToken);
            var fresh = found.Where(seen.Add).ToList();
            var taken = await TakeAsync(
                job, fresh, async (id, by, stop) => (await units.RunAsync<TAct, bool>((act, cancel) => take(act, id, by, cancel), stop)).Value,
                cancellationToken);
            count += taken;
            left += fresh.Count - taken.Handled - taken.Failed;
            if (found.Count < most || fresh.Count == 0)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>For things that a query does not find; those that are put off are left out here.</summary>
    /// <inheritdoc cref="TakeAsync{TAct}"/>
    public async Task<JobCount> TakeAsync(
        string job, IReadOnlyList<Guid> ids, Func<Guid, Provenance, CancellationToken, Task<bool>> take, CancellationToken cancellationToken)
    {
        var failures = await FailuresAsync(job, ids, cancellationToken);
        var count = default(JobCount);
        foreach (var id in ids)
        {
            var before = failures.GetValueOrDefault(id);
            if (before is not null && before.IsHeld(Now))
            {
                continue;
            }

            var (result, failure) = await TryAsync(job, id, take, cancellationToken);
            count += result;
            if (failure is not null)
            {
                await PutOffAsync(job, id, before?.Attempts ?? 0, failure, cancellationToken);
            }
            else if (before is not null && result.Failed == 0)
            {
                await park.ForgetAsync(job, id, cancellationToken);
            }
        }

        return count;
    }

    /// <summary>For things that have no id of ours: they are counted and logged, and come again at the next tick.</summary>
    /// <exception cref="StorageUnavailableException">The database does not serve.</exception>
    public async Task<JobCount> EachAsync<T>(
        string job, IEnumerable<T> things, Func<T, Provenance, CancellationToken, Task<bool>> take, CancellationToken cancellationToken)
    {
        var count = default(JobCount);
        foreach (var thing in things)
        {
            count += (await TryAsync(job, thing, take, cancellationToken)).Count;
        }

        return count;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The type name of what went wrong with the row; null also where others kept changing it, which passes by itself.</returns>
    private async Task<(JobCount Count, string? Failure)> TryAsync<T>(
        string job, T row, Func<T, Provenance, CancellationToken, Task<bool>> take, CancellationToken cancellationToken)
    {
        try
        {
            return (await take(row, Provenance.Job(job, Now), cancellationToken) ? 1 : 0, null);
        }
        catch (StorageUnavailableException contended) when (contended.Contended)
        {
            log.RowFailed(job, $"{row}", contended.GetType().Name);
            return (new JobCount(0, 1), null);
        }
        catch (Exception failure) when (failure is not StorageUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            log.RowFailed(job, $"{row}", failure.GetType().Name);
            return (new JobCount(0, 1), failure.GetType().Name);
        }
    }

    private async Task PutOffAsync(string job, Guid id, int before, string failure, CancellationToken cancellationToken)
    {
        if (await park.FailedAsync(job, id, before, failure, Now, cancellationToken))
        {
            log.RowParked(job, id, failure);
        }
    }

    private async Task<List<Guid>> FindAsync(
        string job, Func<SlrtDbContext, DateTime, IQueryable<Guid>> due, int most, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await Open(context, job, due, Now).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Those that are due and not put off.</summary>
    internal static IQueryable<Guid> Open(SlrtDbContext context, string job, Func<SlrtDbContext, DateTime, IQueryable<Guid>> due, DateTime now) =>
        due(context, now)
            .Where(id => !context.ParkedRows.Any(p => p.Job == job && p.RowId == id && (p.ParkedAt != null || p.NextTryAt > now)));

    private async Task<Dictionary<Guid, ParkedRow>> FailuresAsync(string job, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var failures = new Dictionary<Guid, ParkedRow>();
        foreach (var some in ids.Chunk(Together))
        {
            foreach (var row in await context.ParkedRows.AsNoTracking().Where(p => p.Job == job && some.Contains(p.RowId)).ToListAsync(cancellationToken))
            {
                failures[row.RowId] = row;
            }
        }

        return failures;
    }
}
