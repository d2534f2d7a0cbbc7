using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Audit;

/// <summary>Closes the audit's newest lines into the next link of the hash chain.</summary>
public sealed class SealAuditJob(UnitOfWork units, TimeProvider clock) : IScheduledJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken) =>
        (await units.RunAsync<SealAudit, int>((act, ct) => act.DoAsync(Provenance.Job("seal-audit", clock.GetUtcNow().UtcDateTime), ct), cancellationToken)).Value;
}

/// <summary>One link of the chain.</summary>
public sealed class SealAudit(SlrtDbContext db)
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
        var acts = await db.AuditActs.Where(a => a.Id > after && a.At < before)
            .OrderBy(a => a.Id).Take(Most).AsNoTracking().ToListAsync(cancellationToken);
        if (acts.Count == 0)
        {
            return 0;
        }

        db.Add(new AuditSeal
        {
            Number = (last?.Number ?? 0) + 1,
            UpToId = acts[^1].Id,
            Acts = acts.Count,
            Hash = AuditChain.Hash(last?.Hash ?? [], acts),
            SealedAt = by.At,
        });
        return acts.Count;
    }
}

public static class AuditChain
{
    /// <summary>SHA-256 over the previous hash and each act's fields, separated by a character that JSON escapes.</summary>
    public static byte[] Hash(byte[] previous, IEnumerable<AuditAct> acts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        foreach (var act in acts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join(
                '\u001f',
                act.Id, Milliseconds(act.At), Codes.Of(act.ActorKind), act.ActorId, act.Door, act.Verb, act.SubjectType, act.SubjectId,
                act.Reason, act.Data)));
        }

        return hash.GetHashAndReset();
    }

    // The two databases keep different fractions of a second; milliseconds survive in both.
    private static long Milliseconds(DateTime at) => new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
