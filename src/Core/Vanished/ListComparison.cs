using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Vanished;

/// <summary>What a list has of a village: rows with a family card, and rows with a number.</summary>
internal sealed record Coverage(int Cards, int Numbers);

/// <param name="EntryId">The family's first row in the older list.</param>
internal sealed record Gone(Guid EntryId, string AreaCode);

/// <summary>
/// Lays two lists of one source and regency side by side by their keyed hashes alone. Only villages that the newer one covers count; a
/// family is its card, or where one of the two has none, the number.
/// </summary>
internal sealed class ListComparison(RegistrySnapshot older, RegistrySnapshot newer)
{
    public Guid Start { get; } = RegistryEntry.IdOf(older.Id, 0);

    private readonly Guid _end = RegistryEntry.IdOf(older.Id, int.MaxValue);

    private Dictionary<string, Coverage> _covered = [];

    public async Task CoverAsync(SlrtDbContext db, CancellationToken cancellationToken)
    {
        var (from, to) = (RegistryEntry.IdOf(newer.Id, 0), RegistryEntry.IdOf(newer.Id, int.MaxValue));
        var rows = await db.RegistryEntries.Where(e => e.Id > from && e.Id <= to).GroupBy(e => e.AreaCode)
            .Select(g => new { g.Key, Cards = g.Count(e => e.FamilyCardIndex != null), Numbers = g.Count(e => e.NationalIdIndex != null) }).ToListAsync(cancellationToken);
        _covered = rows.ToDictionary(r => r.Key, r => new Coverage(r.Cards, r.Numbers));
    }

    /// <returns>The last row of the next piece; null behind the last.</returns>
    public async Task<Guid?> NextAsync(SlrtDbContext db, Guid at, int most, CancellationToken cancellationToken)
    {
        var ahead = db.RegistryEntries.Where(e => e.Id > at && e.Id <= _end).OrderBy(e => e.Id).Select(e => e.Id);
        var to = await ahead.Skip(most - 1).FirstOrDefaultAsync(cancellationToken);
        return to != Guid.Empty ? to : await ahead.AnyAsync(cancellationToken) ? _end : null;
    }

    /// <summary>Families whose first row stands there and who are not in the newer list.</summary>
    public async Task<IReadOnlyList<Gone>> GoneAsync(SlrtDbContext db, Guid at, Guid to, CancellationToken cancellationToken)
    {
        var byCard = await Read(WithoutCard(db, at, to)).ToListAsync(cancellationToken);
        var byNumber = await Read(WithoutNumber(db, at, to)).ToListAsync(cancellationToken);
        // Where the newer list names no cards in the village, whoever stands in it by number has not vanished.
        var cardless = byCard.Where(g => _covered.GetValueOrDefault(g.AreaCode)?.Cards == 0).Select(g => g.EntryId).ToList();
        var there = cardless.Count == 0 ? [] : await StillThere(db, cardless).ToListAsync(cancellationToken);
        return
        [
            .. byCard.Where(g => _covered.ContainsKey(g.AreaCode) && !there.Contains(g.EntryId)),
            .. byNumber.Where(g => _covered.GetValueOrDefault(g.AreaCode)?.Numbers > 0),
        ];
    }

    /// <summary>First rows of their card, which the newer list does not have.</summary>
    internal IQueryable<RegistryEntry> WithoutCard(SlrtDbContext db, Guid at, Guid to)
    {
        var (before, now) = (older.Id, newer.Id);
        return Piece(db, at, to).Where(o => o.FamilyCardIndex != null
            && !db.RegistryEntries.Any(n => n.FamilyCardIndex != null && n.FamilyCardIndex == o.FamilyCardIndex && n.SnapshotId == now)
            && !db.RegistryEntries.Any(f => f.FamilyCardIndex != null && f.FamilyCardIndex == o.FamilyCardIndex && f.SnapshotId == before && f.Id < o.Id));
    }

    /// <summary>Rows without a card, whose number the newer list does not have.</summary>
    internal IQueryable<RegistryEntry> WithoutNumber(SlrtDbContext db, Guid at, Guid to)
    {
        var now = newer.Id;
        return Piece(db, at, to).Where(o => o.FamilyCardIndex == null && o.NationalIdIndex != null
            && !db.RegistryEntries.Any(n => n.NationalIdIndex != null && n.NationalIdIndex == o.NationalIdIndex && n.SnapshotId == now));
    }

    /// <summary>Those whose own number, or that of somebody with their card, the newer list has.</summary>
    private IQueryable<Guid> StillThere(SlrtDbContext db, List<Guid> heads)
    {
        var (before, now) = (older.Id, newer.Id);
        return db.RegistryEntries.Where(h => heads.Contains(h.Id) && db.RegistryEntries.Any(m =>
            m.FamilyCardIndex != null && m.FamilyCardIndex == h.FamilyCardIndex && m.SnapshotId == before && m.NationalIdIndex != null
            && db.RegistryEntries.Any(n => n.NationalIdIndex != null && n.NationalIdIndex == m.NationalIdIndex && n.SnapshotId == now))).Select(h => h.Id);
    }

    private static IQueryable<RegistryEntry> Piece(SlrtDbContext db, Guid at, Guid to) => db.RegistryEntries.AsNoTracking().Where(o => o.Id > at && o.Id <= to);

    private static IQueryable<Gone> Read(IQueryable<RegistryEntry> rows) => rows.Select(o => new Gone(o.Id, o.AreaCode));
}
