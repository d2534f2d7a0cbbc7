using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Vanished;

/// <param name="Open">Families that nobody has looked into yet.</param>
public sealed record VanishedCount(string VillageCode, int Open);

/// <summary>A family as the older list has it, opened for a member of staff.</summary>
/// <param name="Record">Of its first row.</param>
/// <param name="AsOf">The day of the older list's data.</param>
/// <param name="GoneFrom">The newer list; null where it was taken back.</param>
/// <param name="Others">Names of the others with that card.</param>
/// <param name="IsElsewhere">Somebody of them stands in the newer list, under another card.</param>
/// <param name="EndedBy">Name; empty where nobody has looked into it.</param>
public sealed record VanishedSheet(
    VanishedFamily Family, RegistryRecord Record, DateOnly AsOf, RegistrySnapshot? GoneFrom, IReadOnlyList<string> Others, bool IsElsewhere, string? Words, string EndedBy);

public sealed record VanishedPage(IReadOnlyList<Unseen<VanishedSheet>> Rows, bool HasMore);

/// <summary>Families that new lists no longer have, where the reader may look into the poverty data.</summary>
public sealed class VanishedQueries(SlrtDbContext db, RegistryBook registry, FieldCipher cipher)
{
    public const int PageSize = 20;
    public const int LastPage = 50;
    public const int CountLimit = 1000;
    private const int MostOthers = 12;

    /// <summary>How many by village, along an index.</summary>
    public async Task<IReadOnlyList<VanishedCount>> CountsAsync(StaffScope scope, CancellationToken cancellationToken) =>
        [.. (await Counts(db, scope).ToListAsync(cancellationToken)).OrderBy(c => c.VillageCode, StringComparer.Ordinal)];

    /// <returns>At most <see cref="CountLimit"/>.</returns>
    public Task<int> CountAsync(StaffScope scope, CancellationToken cancellationToken) => Open(db, scope).Take(CountLimit).CountAsync(cancellationToken);

    /// <summary>Of one village, newest first.</summary>
    /// <param name="village">Where the reader may look.</param>
    /// <param name="seen">Those that somebody has looked into, instead of those that wait.</param>
    public async Task<VanishedPage> PageAsync(string village, bool seen, int page, CancellationToken cancellationToken)
    {
        page = Math.Clamp(page, 1, LastPage);
        var rows = await Ordered(db, village, seen).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        var sheets = new List<Unseen<VanishedSheet>>();
        foreach (var family in rows.Take(PageSize))
        {
            if (await OpenAsync(family, cancellationToken) is { } sheet)
            {
                sheets.Add(new Unseen<VanishedSheet>(sheet, new View("vanished.viewed", "vanished_family", family.Id)));
            }
        }

        return new VanishedPage(sheets, rows.Count > PageSize && page < LastPage);
    }

    internal static IQueryable<VanishedCount> Counts(SlrtDbContext db, StaffScope scope) =>
        Open(db, scope).GroupBy(v => v.VillageCode).Select(g => new VanishedCount(g.Key, g.Count()));

    internal static IQueryable<VanishedFamily> Ordered(SlrtDbContext db, string village, bool seen)
    {
        var here = db.VanishedFamilies.AsNoTracking().Where(v => v.VillageCode == village);
        return seen ? here.Where(v => v.Outcome != null).OrderByDescending(v => v.EndedAt) : here.Where(v => v.EndedAt == null).OrderByDescending(v => v.Id);
    }

    private static IQueryable<VanishedFamily> Open(SlrtDbContext db, StaffScope scope) =>
        db.VanishedFamilies.AsNoTracking().InAreas(scope.AreasFor(Permission.LookUpRegistry)).Where(v => v.EndedAt == null);

    /// <returns>Null where the older list is being taken back.</returns>
    private async Task<VanishedSheet?> OpenAsync(VanishedFamily family, CancellationToken cancellationToken)
    {
        if (await db.RegistryEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == family.EntryId, cancellationToken) is not { } head
            || await db.RegistrySnapshots.AsNoTracking().SingleOrDefaultAsync(s => s.Id == head.SnapshotId, cancellationToken) is not { WithdrawnAt: null } list)
        {
            return null;
        }

        var newer = await db.RegistrySnapshots.AsNoTracking().SingleOrDefaultAsync(s => s.Id == family.SnapshotId && s.WithdrawnAt == null, cancellationToken);
        var members = head.FamilyCardIndex is { } card
            ? await db.RegistryEntries.AsNoTracking().Where(e => e.FamilyCardIndex == card && e.SnapshotId == head.SnapshotId).OrderBy(e => e.Id).Take(MostOthers + 1).ToListAsync(cancellationToken)
            : [head];
        var isElsewhere = false;
        foreach (var number in members.Select(m => m.NationalIdIndex).OfType<byte[]>())
        {
            isElsewhere = isElsewhere || await db.RegistryEntries.AnyAsync(e => e.NationalIdIndex == number && e.SnapshotId == family.SnapshotId, cancellationToken);
        }

        var who = family.EndedBy is { } staff ? await db.StaffMembers.Where(s => s.Id == staff).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken) : null;
        return new VanishedSheet(
            family, registry.Open(head), list.AsOf, newer, [.. members.Where(m => m.Id != head.Id).Select(m => registry.Open(m).Name)], isElsewhere,
            cipher.OpenOptional(family.Words, VanishedFamily.Table, family.Id, "words"), who ?? "");
    }
}
