using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Villages;

/// <param name="LastDecision">The newest line of the village's log that was on the screen; empty where it had none.</param>
public sealed record VillageSeen(string Code, Guid LastDecision);

/// <summary>
/// Which village somebody may decide about: one in the area whose accounts they administer, since roles may go along. And what
/// every such decision has to say.
/// </summary>
public sealed class VillageReach(SlrtDbContext db, AreaCatalogue areas)
{
    public const string Permit = Permission.ManageStaff;
    public const int LongestName = 60;

    /// <returns>Tracked; refused as not found (elsewhere too), or as stale.</returns>
    public async Task<Outcome<Area>> FindAsync(VillageSeen seen, StaffScope actor, CancellationToken cancellationToken)
    {
        if (await db.Areas.SingleOrDefaultAsync(a => a.Code == seen.Code && a.Level == AreaLevel.Village, cancellationToken) is not { } village
            || !actor.MayIn(Permit, village.Code))
        {
            return Refusal.NotFound();
        }

        var last = await db.AreaDecisions.Where(d => d.AreaCode == village.Code).OrderByDescending(d => d.Id).Select(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        return last == seen.LastDecision ? village : Refusal.Conflict("stale");
    }

    /// <summary>The day that stands in the decree: not to come, and not before what the village went through since.</summary>
    /// <param name="earliest">Null where nothing went before.</param>
    public Refusal? DayProblem(DateOnly? day, DateOnly? earliest, Provenance by) =>
        day is not { } on ? new Refusal("required", "day")
        : on > LocalDay.Of(by.At, areas.HomeZone) ? new Refusal("day_to_come", "day")
        : on < earliest ? new Refusal("village_day_before", "day") { Values = new Dictionary<string, string> { ["day"] = $"{earliest:yyyy-MM-dd}" } }
        : null;

    /// <returns>When it began, or was last called otherwise; null where neither is known.</returns>
    public async Task<DateOnly?> LastChangeAsync(Area village, CancellationToken cancellationToken)
    {
        var renamed = await db.FormerNames.Where(n => n.AreaCode == village.Code).MaxAsync(n => (DateOnly?)n.Until, cancellationToken);
        return renamed > village.ValidFrom || village.ValidFrom is null ? renamed : village.ValidFrom;
    }

    /// <returns>The day on which the village last heard a complaint that was lodged after <paramref name="day"/>; null where it heard none.</returns>
    public async Task<DateOnly?> ComplaintAfterAsync(string code, DateOnly day, CancellationToken cancellationToken)
    {
        // A promise is never before the day of its complaint, so that the range of the index by promise holds all of them.
        var end = LocalDay.EndUtc(day, areas.ZoneOf(code));
        var last = await db.Complaints.Where(c => c.VillageCode == code && c.PromiseOn >= day && c.LodgedAt >= end).MaxAsync(c => (DateTime?)c.LodgedAt, cancellationToken);
        return last is { } at ? LocalDay.Of(at, areas.ZoneOf(code)) : null;
    }

    /// <summary>A name as it is kept: without the word for its kind, which screens put before it.</summary>
    public static string Bare(string? name)
    {
        var line = TextFolding.CleanLine(name ?? "");
        foreach (var kind in new[] { "desa ", "kelurahan ", "kel. " })
        {
            if (line.StartsWith(kind, StringComparison.OrdinalIgnoreCase))
            {
                return line[kind.Length..].Trim();
            }
        }

        return line;
    }

    /// <param name="self">The code that is to bear it.</param>
    /// <returns>Null where the sub-district has no such village yet.</returns>
    public async Task<Refusal?> NameProblemAsync(string name, string district, string self, string field, CancellationToken cancellationToken)
    {
        var folded = AreaName.Fold(name);
        return name.Length == 0 ? new Refusal("required", field)
            : name.Length > LongestName ? new Refusal("too_long", field)
            : folded.Length == 0 || name.Any(char.IsAsciiDigit) && folded.All(c => char.IsAsciiDigit(c) || c == ' ') ? new Refusal("village_name_unfit", field)
            : await db.Areas.AnyAsync(a => a.ParentCode == district && a.FoldedName == folded && a.Code != self && a.ValidTo == null, cancellationToken)
                ? new Refusal("village_name_taken", field)
            : null;
    }
}
