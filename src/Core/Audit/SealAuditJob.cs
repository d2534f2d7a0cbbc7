using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Audit;

/// <summary>Closes the audit's newest lines into the next link of the hash chain.</summary>
public sealed class SealAuditJob(UnitOfWork units, TimeProvider clock) : IScheduledJob
{
    public async Task<JobCount> RunAsync(CancellationToken cancellationToken) =>
        (await units.RunAsync<SealAudit, int>((act, ct) => act.DoAsync(Provenance.Job("seal-audit", clock.GetUtcNow().UtcDateTime), ct), cancellationToken)).Value;
}

/// <summary>One link of the chain.</summary>
public sealed class SealAudit(SlrtDbContext db, AuditChain chain)
{
    private const int Most = 10_000;

    /// <summary>Lines younger than this may still be overtaken by a slower transaction with an older id.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    /// <returns>How many acts the new link covers; 0 when there were none.</returns>
    public async Task<Outcome<int>> DoAsync(Provenance by, CancellationToken cancellationToken)
    {
        var last = await db.AuditSeals.OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        var before = by.At - Settling;
        var after = last?.UpToId ?? Guid.Empty;
        var written = await db.AuditActs.Where(a => a.Id > after)
            .OrderBy(a => a.Id).Take(Most).AsNoTracking().ToListAsync(cancellationToken);
        // Whatever its stamp says: a line never comes ahead of those before it, or they would look slipped in later.
        var acts = written.TakeWhile(a => a.At < before).ToList();
        if (acts.Count == 0)
        {
            return 0;
        }

        db.Add(new AuditSeal
        {
            Number = (last?.Number ?? 0) + 1,
            UpToId = acts[^1].Id,
            Acts = acts.Count,
            Hash = chain.Hash(last?.Hash ?? [], acts),
            SealedAt = by.At,
        });
        db.Add(new AuditMarks { Number = (last?.Number ?? 0) + 1, Marks = chain.Marks(acts) });
        return acts.Count;
    }
}
