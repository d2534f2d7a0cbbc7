using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Areas;

/// <param name="Total">Areas in the lists that were read.</param>
/// <param name="Ended">Codes that the lists no longer hold.</param>
public sealed record AreasImported(int Total, int Added, int Renamed, int Ended);

/// <summary>
/// Brings the areas up to the lists beside the program: all provinces and regencies, and what lies in the regencies
/// named. Nothing is deleted: a code that vanished ends today, one that came back is valid again, and what staff
/// have said about a code's successor, a village's new name or a village that they made stays.
/// </summary>
public sealed class ImportAreas(SlrtDbContext db, AuditTrail audit, AreaSource source, AreaOptions options)
{
    public const string NotARegency = "area_not_a_regency";
    public const string ListsMissing = "area_lists_missing";
    public const string ListsIncomplete = "area_lists_incomplete";

    /// <param name="regencies">Dotted codes; those of the settings when null.</param>
    public async Task<Outcome<AreasImported>> DoAsync(IReadOnlyList<string>? regencies, Provenance by, CancellationToken cancellationToken)
    {
        if (!source.IsPresent)
        {
            return new Refusal(ListsMissing) { Kind = RefusalKind.NotFound };
        }

        regencies = [.. (regencies ?? options.Regencies).Distinct()];
        var listed = source.ProvincesAndRegencies().ToDictionary(r => r.Code);
        if (regencies.FirstOrDefault(r => r.Length != 5 || !listed.ContainsKey(r)) is { } unknown)
        {
            return new Refusal(NotARegency, "regency") { Values = new Dictionary<string, string> { ["code"] = unknown } };
        }

        foreach (var row in regencies.SelectMany(source.Inside))
        {
            listed.Add(row.Code, row);
        }

        var known = await db.Areas.Where(a => a.Level == AreaLevel.Province || a.Level == AreaLevel.Regency).ToDictionaryAsync(a => a.Code, cancellationToken);
        foreach (var regency in regencies)
        {
            var inside = regency + ".";
            foreach (var area in await db.Areas.Where(a => a.Code.StartsWith(inside)).ToListAsync(cancellationToken))
            {
                known.Add(area.Code, area);
            }
        }

        var former = (await db.FormerNames.ToListAsync(cancellationToken)).ToLookup(n => n.AreaCode, n => n.Name);
        return Compare(listed, known, former, by);
    }

    private Outcome<AreasImported> Compare(Dictionary<string, AreaRow> listed, Dictionary<string, Area> known, ILookup<string, string> former, Provenance by)
    {
        var today = LocalDay.Of(by.At, TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone));
        var vanished = known.Values.Where(a => a is { HasEnded: false, OriginCode: null } && !listed.ContainsKey(a.Code)).ToList();
        if (vanished.Count * 4 > known.Count)
        {
            // A list cut off on its way here would otherwise end every village of a regency.
            return new Refusal(ListsIncomplete) { Values = new Dictionary<string, string> { ["count"] = $"{vanished.Count}" } };
        }

        // What a first import brings has been valid all along; what a later one adds is new.
        var imported = known.Values.Where(a => a.Level == AreaLevel.District).Select(a => a.ParentCode).ToHashSet();
        vanished.ForEach(a => a.ValidTo = today);
        var renamed = new List<object>();
        var added = 0;
        foreach (var row in listed.Values)
        {
            if (!known.TryGetValue(row.Code, out var area))
            {
                area = Area.From(row.Code, row.Name);
                area.ValidFrom = imported.Contains(AreaCode.RegencyOf(row.Code) ?? "") ? today : null;
                db.Add(area);
                added++;
                continue;
            }

            // A list that is behind still holds the name of before.
            if (area.Name != row.Name && !former[area.Code].Contains(row.Name))
            {
                renamed.Add(new { area.Code, from = area.Name, to = row.Name });
                db.Add(new FormerName { Id = SequentialId.Next(by.At), AreaCode = area.Code, Name = area.Name, Until = today });
                area.Rename(row.Name);
            }

            if (area.HasEnded && area.SuccessorCode is null)
            {
                area.ValidTo = null;
            }
        }

        audit.Record(by, "areas.import", "area", SequentialId.Next(by.At), new { added, renamed, ended = vanished.Select(a => a.Code) });
        return new AreasImported(listed.Count, added, renamed.Count, vanished.Count);
    }
}
