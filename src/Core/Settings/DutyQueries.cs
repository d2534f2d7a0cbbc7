using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Settings;

/// <param name="IsNow">On duty at the moment of the look.</param>
/// <param name="IsOver">Past its last day.</param>
public sealed record DutyRow(Guid Id, string AreaCode, string Name, string Phone, DutyTime Time, bool IsNow, bool IsOver);

public sealed record OnDuty(string Name, string Phone, string AreaCode);

/// <summary>The duty list: to those who keep it, and to whoever has an emergency before them. An account that is closed is on no duty.</summary>
public sealed class DutyQueries(SlrtDbContext db, FieldCipher cipher, AreaCatalogue areas)
{
    private const int Most = 300;

    /// <returns>Inside the areas that the reader settles for: who is on duty first.</returns>
    public async Task<IReadOnlyList<DutyRow>> ListAsync(StaffScope scope, DateTime now, CancellationToken cancellationToken)
    {
        var reach = scope.AreasFor(Permission.ManageSettings);
        var found = await Named(Running().Where(d => reach.Contains(d.AreaCode) || reach.Contains(d.AreaCode.Substring(0, 8)) || reach.Contains(d.AreaCode.Substring(0, 5)) || reach.Contains(d.AreaCode.Substring(0, 2)))
            .OrderBy(d => d.AreaCode).ThenBy(d => d.Id).Take(Most)).ToListAsync(cancellationToken);
        return [.. found.Select(f => Row(f, now)).OrderByDescending(r => r.IsNow).ThenBy(r => r.IsOver).ThenBy(r => r.AreaCode, StringComparer.Ordinal)];
    }

    /// <summary>Whom to call there now, the nearest first.</summary>
    /// <param name="area">Where the emergency is, as closely as that is known.</param>
    public async Task<IReadOnlyList<OnDuty>> NowAsync(string area, DateTime now, CancellationToken cancellationToken)
    {
        var around = AreaCode.Chain(area).ToList();
        var found = await Named(Running().Where(d => around.Contains(d.AreaCode)).OrderBy(d => d.AreaCode).ThenBy(d => d.Id).Take(Most)).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(f => Row(f, now)).Where(r => r.IsNow).OrderByDescending(r => r.AreaCode.Length).Select(r => new OnDuty(r.Name, r.Phone, r.AreaCode)),
        ];
    }

    /// <summary>Whether an emergency now would reach anybody: somebody is on duty, or has a linked chat.</summary>
    public async Task<bool> IsAnybodyReachedAsync(DateTime now, CancellationToken cancellationToken) =>
        await db.StaffChats.AnyAsync(c => c.UnlinkedAt == null, cancellationToken)
        || (await Named(Running().OrderBy(d => d.AreaCode).ThenBy(d => d.Id).Take(Most)).ToListAsync(cancellationToken)).Exists(f => Covers(f.Entry, now));

    public Task<int> CountAsync(CancellationToken cancellationToken) => Running().CountAsync(cancellationToken);

    /// <summary>Accounts that may be put on it.</summary>
    public Task<List<StaffChoice>> ColleaguesAsync(StaffScope scope, CancellationToken cancellationToken) =>
        db.StaffMembers.InReachOf(scope.AreasFor(Permission.ManageSettings)).Where(s => s.IsActive).OrderBy(s => s.Name).ThenBy(s => s.Id).Take(Most)
            .Select(s => new StaffChoice(s.Id, s.Name)).ToListAsync(cancellationToken);

    /// <summary>Who is meant by lines of the log, by code; those that left as well.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        var ids = codes.Select(c => c.StartsWith(DutyEntry.Setting, StringComparison.Ordinal) && Guid.TryParseExact(c[DutyEntry.Setting.Length..], "N", out var id) ? id : Guid.Empty).Distinct().ToList();
        var found = await Named(db.DutyEntries.AsNoTracking().Where(d => ids.Contains(d.Id))).ToListAsync(cancellationToken);
        return found.ToDictionary(f => f.Entry.Code, NameOf);
    }

    private IQueryable<DutyEntry> Running() => db.DutyEntries.AsNoTracking()
        .Where(d => d.RemovedAt == null && (d.StaffId == null || db.StaffMembers.Any(s => s.Id == d.StaffId && s.IsActive)));

    private IQueryable<Found> Named(IQueryable<DutyEntry> few) =>
        few.Select(d => new Found(d, db.StaffMembers.Where(s => s.Id == d.StaffId).Select(s => s.Name).FirstOrDefault()));

    private DutyRow Row(Found found, DateTime now)
    {
        var entry = found.Entry;
        return new DutyRow(
            entry.Id, entry.AreaCode, NameOf(found), cipher.OpenOptional(entry.Phone, DutyEntry.Table, entry.Id, "phone") ?? "", entry.Time,
            Covers(entry, now), entry.Time.IsOver(LocalDay.Of(now, areas.ZoneOf(entry.AreaCode))));
    }

    private bool Covers(DutyEntry entry, DateTime now)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, areas.ZoneOf(entry.AreaCode));
        return entry.Time.Covers(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private string NameOf(Found found) => found.Name ?? cipher.OpenOptional(found.Entry.Name, DutyEntry.Table, found.Entry.Id, "name") ?? "";

    private sealed record Found(DutyEntry Entry, string? Name);
}

public sealed record StaffChoice(Guid Id, string Name);
