using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Areas;

/// <summary>
/// Says where villages lie, from a CSV with the columns <c>code</c>, <c>latitude</c> and <c>longitude</c> (degrees, WGS 84, with a
/// decimal point): all or none. A village that the list does not name keeps its point.
/// </summary>
public sealed class ImportPoints(SlrtDbContext db, AuditTrail audit)
{
    /// <summary>Indonesia and a little around it: what lies elsewhere has its columns swapped, or a sign missing.</summary>
    private const double South = -11.5, North = 6.5, West = 94.5, East = 141.5;

    public static bool IsInIndonesia(GeoPoint point) => point.Latitude is >= South and <= North && point.Longitude is >= West and <= East;

    /// <returns>How many points are new or another. Refused with each wrong line and what to do about it.</returns>
    public async Task<Outcome<int>> DoAsync(byte[] list, Provenance by, CancellationToken cancellationToken)
    {
        var read = SheetList.Read(list, "code", "latitude", "longitude");
        if (!read.Succeeded)
        {
            return read.Refusals.ToList();
        }

        var lines = read.Value.Select(row => (Row: row, Code: AreaCode.Normalise(row["code"]), Point: GeoPoint.Of(row["latitude"], row["longitude"]))).ToList();
        var known = (await db.Areas.Where(a => a.Level == AreaLevel.Village).ToListAsync(cancellationToken)).ToDictionary(a => a.Code);
        var twice = lines.Where(l => l.Code is not null).GroupBy(l => l.Code).SelectMany(g => g.Skip(1)).Select(l => l.Row.Number).ToHashSet();
        var problems = lines.Select(l => Problem(l.Row, l.Code, l.Point, known, twice.Contains(l.Row.Number))).OfType<Refusal>().ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        var changed = lines.Where(l => known[l.Code!].Point != l.Point).ToList();
        foreach (var (_, code, point) in changed)
        {
            (known[code!].Latitude, known[code!].Longitude) = (point!.Value.Latitude, point.Value.Longitude);
        }

        foreach (var regency in changed.GroupBy(l => AreaCode.RegencyOf(l.Code!)!))
        {
            var id = SequentialId.Next(by.At);
            db.Add(new AreaDecision { Id = id, AreaCode = regency.Key, Kind = AreaDecisionKind.PointsImported, At = by.At, DecidedBy = by.ActorId, After = $"{regency.Count()}" });
            audit.Record(by, "area.points_imported", "area", id, new { area = regency.Key, count = regency.Count() });
        }

        return changed.Count;
    }

    private static Refusal? Problem(SheetRow row, string? code, GeoPoint? point, Dictionary<string, Area> known, bool isTwice) =>
        code is null || !known.ContainsKey(code) ? row.At("code", new Refusal("point_village_unknown") { Values = new Dictionary<string, string> { ["code"] = row["code"] } })
        : isTwice ? row.At("code", new Refusal("point_village_twice"))
        : point is null && GeoPoint.Of(row["longitude"], row["latitude"]) is { } swapped && IsInIndonesia(swapped) ? row.At("latitude", new Refusal("point_elsewhere"))
        : point is null ? row.At("latitude", new Refusal("point_unread"))
        : !IsInIndonesia(point.Value) ? row.At("latitude", new Refusal("point_elsewhere"))
        : null;
}
