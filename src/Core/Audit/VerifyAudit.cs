using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Audit;

public enum AuditDamage
{
    /// <summary>The act is not what it was when it was sealed.</summary>
    Changed,

    /// <summary>The act was not there when its time was sealed.</summary>
    Added,

    /// <summary>An act that was sealed is gone; the act named is the one before it.</summary>
    Removed,

    /// <summary>The link itself was touched, or is missing.</summary>
    Seal,
}

/// <param name="Seal">Number of the link.</param>
/// <param name="ActId">Null where no act can be named.</param>
public sealed record AuditFault(AuditDamage Damage, int Seal, Guid? ActId);

/// <param name="Unsealed">Acts after the last link: those of the last minutes.</param>
public sealed record AuditReport(int Seals, long Acts, long Unsealed, IReadOnlyList<AuditFault> Faults);

/// <summary>
/// Goes through the whole hash chain and names what was touched since it was sealed. Reads only. That the newest acts
/// were cut off together with their links shows in no chain: for that, compare with the number that a backup reports.
/// </summary>
public sealed class VerifyAudit(SlrtDbContext db, AuditChain chain)
{
    private const int Together = 500;

    public async Task<AuditReport> RunAsync(CancellationToken cancellationToken)
    {
        var faults = new List<AuditFault>();
        var (seen, number, after, previous, acts) = (0, 0, Guid.Empty, Array.Empty<byte>(), 0L);
        while (await NextAsync(number, cancellationToken) is { Count: > 0 } seals)
        {
            foreach (var seal in seals)
            {
                if (seal.Number != number + 1)
                {
                    faults.Add(new AuditFault(AuditDamage.Seal, seal.Number - 1, null));
                }

                var covered = await db.AuditActs.AsNoTracking().Where(a => a.Id > after && a.Id <= seal.UpToId)
                    .OrderBy(a => a.Id).ToListAsync(cancellationToken);
                if (!seal.Hash.AsSpan().SequenceEqual(chain.Hash(previous, covered)))
                {
                    var marks = await db.AuditMarks.AsNoTracking().SingleOrDefaultAsync(m => m.Number == seal.Number, cancellationToken);
                    var touched = marks is null ? [] : Compare(seal.Number, covered, marks.Marks).ToList();
                    faults.AddRange(touched.Count > 0 ? touched : [new AuditFault(AuditDamage.Seal, seal.Number, null)]);
                }

                (number, after, previous, acts) = (seal.Number, seal.UpToId, seal.Hash, acts + covered.Count);
                seen++;
            }
        }

        var unsealed = await db.AuditActs.LongCountAsync(a => a.Id > after, cancellationToken);
        return new AuditReport(seen, acts, unsealed, faults);
    }

    /// <summary>A year has half a million links: they are read a few at a time.</summary>
    private Task<List<AuditSeal>> NextAsync(int number, CancellationToken cancellationToken) => db.AuditSeals.AsNoTracking()
        .Where(s => s.Number > number).OrderBy(s => s.Number).Take(Together).ToListAsync(cancellationToken);

    /// <summary>Between two acts that are as they were, what stands and what should stand are laid side by side.</summary>
    private IEnumerable<AuditFault> Compare(int seal, List<AuditAct> acts, byte[] marks)
    {
        var wanted = marks.Chunk(AuditChain.MarkBytes).Select(Convert.ToHexString).ToList();
        var found = acts.Select(a => Convert.ToHexString(chain.Mark(a))).ToList();
        var known = wanted.ToHashSet(StringComparer.Ordinal);
        var (w, f) = (0, 0);
        while (w < wanted.Count || f < found.Count)
        {
            var stranger = f < found.Count && !known.Contains(found[f]);
            if (w < wanted.Count && f < found.Count && wanted[w] == found[f])
            {
                (w, f) = (w + 1, f + 1);
            }
            else if (stranger && (w == wanted.Count || found.IndexOf(wanted[w], f) >= 0))
            {
                yield return new AuditFault(AuditDamage.Added, seal, acts[f++].Id);
            }
            else if (stranger)
            {
                w++;
                yield return new AuditFault(AuditDamage.Changed, seal, acts[f++].Id);
            }
            else
            {
                w++;
                yield return new AuditFault(AuditDamage.Removed, seal, f == 0 ? null : acts[f - 1].Id);
            }
        }
    }
}
