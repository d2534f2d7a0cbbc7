using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Registry;

/// <param name="Record">As the list says it.</param>
/// <param name="Whom">Whom it is of, in any list.</param>
public sealed record Candidate(RegistryEntry Entry, RegistrySnapshot Snapshot, RegistryRecord Record, MatchScore Score, byte[] Whom);

/// <summary>Finds people in the newest lists, by keyed hashes alone, and opens what it found.</summary>
public sealed class RegistryBook(SlrtDbContext db, RegistryKeys keys, FieldCipher cipher)
{
    /// <summary>Per way of looking; more tell nobody apart.</summary>
    private const int MostCandidates = 50;

    /// <summary>A name that so many in one village bear says little about who somebody is.</summary>
    private const int CommonFrom = 8;

    /// <summary>The newest list of each source of the regency.</summary>
    public async Task<IReadOnlyList<RegistrySnapshot>> CurrentAsync(string regency, CancellationToken cancellationToken) =>
        [.. (await db.RegistrySnapshots.AsNoTracking().Where(s => s.RegencyCode == regency && s.WithdrawnAt == null).ToListAsync(cancellationToken))
            .GroupBy(s => s.Source).Select(g => g.OrderByDescending(s => s.AsOf).ThenByDescending(s => s.Id).First()).OrderByDescending(s => s.AsOf)];

    /// <summary>All that are worth a look, best first; of one person the newest list first.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(Sought sought, IReadOnlyList<RegistrySnapshot> snapshots, CancellationToken cancellationToken)
    {
        var ids = snapshots.Select(s => s.Id).ToList();
        if (ids.Count == 0 || !sought.IsEnough)
        {
            return [];
        }

        var entries = db.RegistryEntries.AsNoTracking().Where(e => ids.Contains(e.SnapshotId));
        var found = new Dictionary<Guid, RegistryEntry>();
        async Task<int> AddAsync(IQueryable<RegistryEntry> some)
        {
            var rows = await some.Take(MostCandidates).ToListAsync(cancellationToken);
            rows.ForEach(e => found.TryAdd(e.Id, e));
            return rows.Count;
        }

        if (sought.NationalId is { } nik)
        {
            var index = keys.OfNationalId(nik);
            await AddAsync(entries.Where(e => e.NationalIdIndex == index));
        }

        if (sought.FamilyCard is { } kk)
        {
            var index = keys.OfFamilyCard(kk);
            await AddAsync(entries.Where(e => e.FamilyCardIndex == index));
        }

        var isCommon = false;
        if (sought.VillageCode is { } village)
        {
            if (sought.BornOn is { } born)
            {
                var index = keys.OfBirth(village, born);
                await AddAsync(entries.Where(e => e.BirthIndex == index));
            }

            if (sought.Name is { } name && keys.OfName(village, name) is { } sound)
            {
                isCommon = await AddAsync(entries.Where(e => e.NameIndex == sound)) >= CommonFrom * ids.Count;
            }
        }

        var byId = snapshots.ToDictionary(s => s.Id);
        return [.. found.Values.Select(e => Compare(sought, e, byId[e.SnapshotId], isCommon)).Where(c => c.Score.Band != MatchBand.Below)
            .OrderByDescending(c => c.Score.Sum).ThenByDescending(c => c.Snapshot.AsOf).ThenBy(c => c.Entry.Id)];
    }

    public RegistryRecord Open(RegistryEntry entry) => RegistryRecord.Of(cipher.OpenBytes(entry.Record, RegistryEntry.Table, entry.Id, "record"));

    private Candidate Compare(Sought sought, RegistryEntry entry, RegistrySnapshot snapshot, bool isCommon)
    {
        var record = Open(entry);
        var other = new Sought(record.NationalId, record.FamilyCard, record.Name, record.BornOn, entry.AreaCode);
        return new Candidate(entry, snapshot, record, MatchScore.Of(sought, other, isCommon), keys.OfWhom(record));
    }
}
