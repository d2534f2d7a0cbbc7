using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlrtBot.Core.Diagnostics;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Imports;

/// <summary>
/// Takes every running import to the end of its step: checking, storing, taking back. Rows are stored in pieces, each with the
/// place that it reaches, so that a run that was cut off anywhere goes on behind its last piece; between two pieces the office works.
/// </summary>
public sealed class RunImportsJob(
    ISlrtDatabase database, WriteGate gate, UnitOfWork units, ImportFiles files, ImportKinds kinds, TimeProvider clock, ILogger<RunImportsJob> log) : IScheduledJob, IDisposable
{
    public const string Name = "imports";

    /// <summary>At the gate for some ten milliseconds.</summary>
    internal const int PieceRows = 500;

    private const int ToldRows = 20_000;

    private const string Forward = "update import_run set position = @p0, stored_rows = stored_rows + @p1, changed_at = @p2 where id = @p3 and state = 'storing' and position = @p4";
    private const string Counted = "update import_run set position = @p0, rows = @p0, wrong = @p1, changed_at = @p2 where id = @p3 and state = 'checking'";
    private const string Removed = "update import_run set stored_rows = stored_rows - @p0, changed_at = @p1 where id = @p2 and state = 'taking_back'";

    /// <summary>The clock and a verb may both come: the second finds what the first has left.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await RunAllAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<JobCount> RunAllAsync(CancellationToken cancellationToken)
    {
        var (handled, failed) = (0, 0);
        foreach (var id in await RunningAsync(cancellationToken))
        {
            try
            {
                handled += await StepAsync(id, cancellationToken) ? 1 : 0;
            }
            catch (Exception failure) when (failure is not StorageUnavailableException && !cancellationToken.IsCancellationRequested)
            {
                log.RowFailed(Name, $"{id}", failure.GetType().Name);
                failed++;
            }
        }

        return new JobCount(handled, failed);
    }

    private async Task<List<Guid>> RunningAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.ImportRuns.Where(r => r.State == ImportState.Checking || r.State == ImportState.Storing || r.State == ImportState.TakingBack)
            .OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
    }

    /// <returns>False where somebody gave it up in the middle.</returns>
    private async Task<bool> StepAsync(Guid id, CancellationToken cancellationToken)
    {
        ImportRun run;
        await using (var context = database.NewContext())
        {
            run = await context.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        }

        string? failure = null;
        try
        {
            var whole = run.State switch
            {
                ImportState.Checking => await CheckAsync(run, cancellationToken),
                ImportState.Storing => await StoreAsync(run, cancellationToken),
                _ => await TakeBackAsync(run, cancellationToken),
            };
            if (!whole)
            {
                return false;
            }
        }
        catch (UnreadableListException unreadable)
        {
            failure = unreadable.Code;
        }
        catch (FileNotFoundException)
        {
            failure = "import_file_gone";
        }

        var outcome = await units.RunAsync<EndImportStep, bool>((act, cancel) => act.DoAsync(new(id, run.State, failure), Provenance.Job(Name, Now), cancel), cancellationToken);
        return outcome.Value;
    }

    private async Task<bool> CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var (pass, wrong, last) = (kinds.Of(run.Kind).Begin(run), 0, 0);
        using var file = files.Open(run.Id);
        foreach (var row in RowsOf(run, file))
        {
            wrong += pass.Problems(row).Count > 0 ? 1 : 0;
            last = row.Ordinal;
            if (last % ToldRows == 0 && await gate.ExecuteOneAsync(Counted, [last, wrong, Now, run.Id], cancellationToken) == 0)
            {
                return false;
            }
        }

        return await gate.ExecuteOneAsync(Counted, [last, wrong, Now, run.Id], cancellationToken) > 0;
    }

    private async Task<bool> StoreAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var pass = kinds.Of(run.Kind).Begin(run);
        var (reached, good, last) = (run.Position, 0, run.Position);
        using var file = files.Open(run.Id);
        foreach (var row in RowsOf(run, file))
        {
            // Those behind us count as well: a later row may be wrong because of them.
            var isGood = pass.Problems(row).Count == 0;
            if (row.Ordinal <= run.Position)
            {
                continue;
            }

            last = row.Ordinal;
            if (isGood)
            {
                pass.Prepare(row);
                good++;
            }

            if (last - reached == PieceRows)
            {
                if (!await PieceAsync(run, pass, reached, last, good, cancellationToken))
                {
                    return false;
                }

                (reached, good) = (last, 0);
            }
        }

        return last == reached || await PieceAsync(run, pass, reached, last, good, cancellationToken);
    }

    private async Task<bool> PieceAsync(ImportRun run, ImportPass pass, int from, int to, int good, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = Now;
        var stored = await gate.ExecuteAsync(
            async commands =>
            {
                if (await commands.ExecuteAsync(Forward, to, good, now, run.Id, from) == 0)
                {
                    return false;
                }

                await pass.StoreAsync(commands);
                return true;
            }, cancellationToken);
        pass.Clear();
        return stored;
    }

    private async Task<bool> TakeBackAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var kind = kinds.Of(run.Kind);
        int removed;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            removed = await gate.ExecuteAsync(
                async commands =>
                {
                    var gone = await kind.RemoveAsync(commands, run, PieceRows);
                    await commands.ExecuteAsync(Removed, gone, Now, run.Id);
                    return gone;
                }, cancellationToken);
        }
        while (removed > 0);
        return true;
    }

    private IEnumerable<ImportRow> RowsOf(ImportRun run, Stream file) =>
        ImportList.Rows(file, run.Format, run.HeaderRow, run.Places, kinds.Of(run.Kind).Columns);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
