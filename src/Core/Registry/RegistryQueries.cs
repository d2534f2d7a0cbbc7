using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Registry;

/// <param name="IsCurrent">It is the one that is asked: no newer one of its source and regency is here.</param>
public sealed record SnapshotLine(RegistrySnapshot Snapshot, bool IsCurrent);

public sealed class RegistryQueries(SlrtDbContext db, AreaCatalogue areas)
{
    private const int Most = 200;

    /// <summary>Lists of the regencies that the reader may look into, newest data first, without those that were taken back.</summary>
    public async Task<IReadOnlyList<SnapshotLine>> ListAsync(StaffScope scope, CancellationToken cancellationToken)
    {
        var own = scope.AreasFor(Permission.LookUpRegistry);
        var regencies = areas.Regencies.Where(r => own.Any(o => AreaCode.Contains(o, r) || AreaCode.Contains(r, o))).ToList();
        var rows = await db.RegistrySnapshots.AsNoTracking().Where(s => regencies.Contains(s.RegencyCode) && s.WithdrawnAt == null)
            .OrderByDescending(s => s.AsOf).ThenByDescending(s => s.Id).Take(Most).ToListAsync(cancellationToken);
        var current = rows.GroupBy(s => (s.RegencyCode, s.Source)).Select(g => g.First().Id).ToHashSet();
        return [.. rows.Select(s => new SnapshotLine(s, current.Contains(s.Id)))];
    }

    /// <returns>The list of the same source and regency that is asked instead of one of this day; null where that one is the newest.</returns>
    public Task<RegistrySnapshot?> NewerAsync(string regency, RegistrySource source, DateOnly asOf, CancellationToken cancellationToken) =>
        db.RegistrySnapshots.AsNoTracking().Where(s => s.RegencyCode == regency && s.Source == source && s.WithdrawnAt == null && s.AsOf > asOf)
            .OrderByDescending(s => s.AsOf).FirstOrDefaultAsync(cancellationToken);
}
