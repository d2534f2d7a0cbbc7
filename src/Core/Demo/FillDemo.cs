using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Demo;

/// <summary>
/// Makes the complaints of a plan and stores them: made and sealed on all cores, stored in large pieces through the
/// write gate. A piece is stored whole or not at all, and one that is there already is passed over, so a run that was
/// cut short is finished by running it again.
/// </summary>
public sealed class FillDemo(
    WriteGate gate, ISlrtDatabase database, AreaCatalogue areas, MoveTerms terms, StageLimits stages, FieldCipher cipher, BlindIndex blind,
    PhraseBook phrases, TimeProvider clock) : IDisposable
{
    private const int PerPiece = 2000;
    private const int Attempts = 5;

    /// <summary>Kibibytes of page cache while storing: the ends of all indexes should stay in it.</summary>
    private const int LargeCache = 400_000;
    private const int UsualCache = 2_000;

    /// <summary>One piece at the gate at a time: joined into one commit, large units hold each other up.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<DemoFilled> RunAsync(DemoPlan plan, Provenance by, IProgress<DemoProgress> progress, CancellationToken cancellationToken)
    {
        var world = await WorldAsync(plan, cancellationToken);
        await using var context = database.NewContext();
        var tables = new DemoTables(context);
        var (done, found, rows) = (0, 0, 0L);
        await CacheAsync(LargeCache, cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, (plan.Complaints + PerPiece - 1) / PerPiece), options, async (piece, stop) =>
        {
            var (first, last) = (piece * PerPiece, Math.Min(plan.Complaints, (piece + 1) * PerPiece));
            var stored = await StoreAsync(world, tables, first, last, by, stop);
            Interlocked.Add(ref rows, stored);
            Interlocked.Add(ref found, stored == 0 ? last - first : 0);
            progress.Report(new DemoProgress(Interlocked.Add(ref done, last - first), plan.Complaints));
        });
        await CacheAsync(UsualCache, cancellationToken);
        await gate.CheckpointAsync(cancellationToken);
        return new DemoFilled(done - found, found, rows);
    }

    public void Dispose() => _turn.Dispose();

    /// <returns>Rows stored; 0 when this piece was there already.</returns>
    private async Task<long> StoreAsync(DemoWorld world, DemoTables tables, int first, int last, Provenance by, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var rows = new DemoRows();
            var maker = new DemoComplaint(world, attempt, by with { At = clock.GetUtcNow().UtcDateTime });
            for (var index = first; index < last; index++)
            {
                maker.Add(rows, index);
            }

            if (await IsThereAsync(rows.Complaints[0].Id, cancellationToken))
            {
                return 0;
            }

            var work = tables.Prepare(rows);
            await _turn.WaitAsync(cancellationToken);
            try
            {
                await gate.ExecuteAsync(commands => DemoTables.InsertAsync(commands, work), cancellationToken);
                return rows.Count;
            }
            catch (Exception failure) when (attempt < Attempts && IsTaken(failure))
            {
                // Two references in 2^40 met: this piece draws others.
            }
            finally
            {
                _turn.Release();
            }
        }
    }

    private async Task<bool> IsThereAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Complaints.AnyAsync(c => c.Id == id, cancellationToken);
    }

    private async Task<DemoWorld> WorldAsync(DemoPlan plan, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var staff = await context.StaffMembers.AsNoTracking().Include(s => s.Roles).OrderBy(s => s.NormalizedUserName).ToListAsync(cancellationToken);
        var byRole = staff.SelectMany(s => s.Roles.Select(r => (r.Role, Area: r.AreaCode, s.Id)))
            .GroupBy(s => (s.Role, s.Area)).ToDictionary(g => g.Key, g => g.Select(s => s.Id).ToArray());
        var partners = await context.Partners.AsNoTracking().OrderBy(p => p.Code).ToListAsync(cancellationToken);
        return new DemoWorld(plan, areas, terms, stages, cipher, blind, byRole, partners, phrases);
    }

    private Task CacheAsync(int kibibytes, CancellationToken cancellationToken) => database.Provider == DatabaseProvider.Sqlite
        ? gate.ExecuteAsync(commands => commands.ExecuteAsync($"pragma cache_size = -{kibibytes}"), cancellationToken)
        : Task.CompletedTask;

    private static bool IsTaken(Exception failure) => failure
        is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } or PostgresException { SqlState: "23505" };
}
