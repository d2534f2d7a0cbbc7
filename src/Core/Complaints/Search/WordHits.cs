using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Search;

/// <summary>A searched word as the index holds it.</summary>
/// <param name="Hashes">Any of these is the word.</param>
/// <param name="Places">A complaint from one of these villages has the word too.</param>
public sealed record WordGroup(IReadOnlyList<byte[]> Hashes, IReadOnlyList<string> Places)
{
    public bool Is(byte[] hash) => Hashes.Any(mine => mine.AsSpan().SequenceEqual(hash));
}

/// <summary>
/// Complaints by the blind word index, newest first. Each list is read along the index of the rarest word and stops when it is
/// full, so that a word which stands in every story costs no more than a rare one.
/// </summary>
public sealed class WordHits(SlrtDbContext db, BlindIndex blind)
{
    public const int MostOfAll = 200;
    internal const int MostTokens = 8;
    private const int MostCounted = 1000;
    private const int MostGroups = 4;

    /// <returns>The rarest word first; a word that is a village's name last, since it also narrows without being written.</returns>
    public async Task<IReadOnlyList<WordGroup>> SortAsync(IReadOnlyList<SearchWord> words, CancellationToken cancellationToken)
    {
        var groups = words.Select(w => new WordGroup([.. w.Tokens.Take(MostTokens).Select(blind.Word)], w.Places)).ToList();
        if (groups.Count < 2)
        {
            return groups;
        }

        var found = await Standing(groups).GroupBy(word => word).Select(g => new { Word = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return [.. groups.OrderBy(g => g.Places.Count > 0).ThenBy(g => found.Where(f => g.Is(f.Word)).Sum(f => f.Count))];
    }

    /// <summary>Complaints in which every word stands.</summary>
    public async Task<List<Guid>> AllAsync(IReadOnlyList<WordGroup> sorted, IQueryable<Complaint> seen, CancellationToken cancellationToken) =>
        NewestFirst(await All(sorted, seen).ToListAsync(cancellationToken));

    /// <summary>Complaints in which half of the words stand, those with more of them first.</summary>
    public async Task<List<Guid>> SomeAsync(IReadOnlyList<WordGroup> sorted, IQueryable<Complaint> seen, CancellationToken cancellationToken)
    {
        var ids = (await Any([.. sorted.Take(MostGroups)], seen).ToListAsync(cancellationToken)).Distinct().ToList();
        var hashes = sorted.SelectMany(g => g.Hashes).ToList();
        var stand = (await db.ComplaintWords.Where(w => ids.Contains(w.ComplaintId) && hashes.Contains(w.Word))
            .Select(w => new { w.ComplaintId, w.Word }).ToListAsync(cancellationToken)).ToLookup(w => w.ComplaintId, w => w.Word);
        return
        [
            .. ids.Select(id => (Id: id, Count: sorted.Count(g => stand[id].Any(g.Is))))
                .Where(found => found.Count * 2 >= sorted.Count)
                .OrderByDescending(found => found.Count).ThenByDescending(found => found.Id).Select(found => found.Id),
        ];
    }

    internal IQueryable<Guid> All(IReadOnlyList<WordGroup> sorted, IQueryable<Complaint> seen)
    {
        var narrowed = sorted.Skip(1).Aggregate(seen, (found, group) => group.Places.Count == 0
            ? found.Where(c => db.ComplaintWords.Any(w => w.ComplaintId == c.Id && group.Hashes.Contains(w.Word)))
            : found.Where(c => group.Places.Contains(c.VillageCode) || db.ComplaintWords.Any(w => w.ComplaintId == c.Id && group.Hashes.Contains(w.Word))));
        return Along(sorted[0], narrowed, MostOfAll);
    }

    internal IQueryable<Guid> Any(IReadOnlyList<WordGroup> groups, IQueryable<Complaint> seen) =>
        groups.Select(g => Along(g, seen, SearchQueries.Most)).Aggregate((all, next) => all.Concat(next));

    /// <summary>One list per token, since only a single token has an order in the index; together they hold the newest of all.</summary>
    private IQueryable<Guid> Along(WordGroup group, IQueryable<Complaint> found, int most) => group.Hashes
        .Select(hash => db.ComplaintWords.Where(w => w.Word == hash && found.Any(c => c.Id == w.ComplaintId))
            .OrderByDescending(w => w.ComplaintId).Select(w => w.ComplaintId).Take(most + 1))
        .Aggregate((all, next) => all.Concat(next));

    /// <summary>Each token as often as it stands there, up to a limit: only which is the rarest is asked.</summary>
    internal IQueryable<byte[]> Standing(IReadOnlyList<WordGroup> groups) => groups.SelectMany(g => g.Hashes)
        .Select(hash => db.ComplaintWords.Where(w => w.Word == hash).Select(w => w.Word).Take(MostCounted))
        .Aggregate((all, next) => all.Concat(next));

    private static List<Guid> NewestFirst(IEnumerable<Guid> ids) => [.. ids.Distinct().OrderDescending()];
}
