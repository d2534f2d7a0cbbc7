using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>
/// Where a role is to be held: what was typed, the areas that may be meant, and the one that is. Nothing typed offers the
/// reader's own areas.
/// </summary>
/// <param name="Chosen">A code; null while it is not clear.</param>
public sealed record AreaChoice(string? Text, IReadOnlyList<Area> Found, string? Chosen)
{
    private const int Most = 12;

    /// <param name="code">Of the line that was picked.</param>
    public static AreaChoice Of(string? text, string? code, StaffScope reader, AreaCatalogue areas)
    {
        var own = reader.AreasFor(Permission.ManageStaff).Select(areas.Find).OfType<Area>().ToList();
        if (string.IsNullOrWhiteSpace(text))
        {
            return new AreaChoice(text, own, own.Exists(a => a.Code == code) ? code : null);
        }

        var finding = areas.Search(text, [.. areas.Regencies.Where(r => own.Exists(a => AreaCode.Contains(a.Code, r) || AreaCode.Contains(r, a.Code)))]);
        var found = finding.Matches.Select(m => m.Area).Concat(finding.District is { } district ? [district] : [])
            .Concat(own.Where(a => AreaName.Fold(text).EndsWith(AreaName.Fold(a.Name), StringComparison.Ordinal) || a.Code == text.Trim()))
            .Where(a => own.Exists(o => AreaCode.Contains(o.Code, a.Code))).DistinctBy(a => a.Code).Take(Most).ToList();
        var only = finding.Only?.Code ?? (found.Count == 1 && finding.Certainty != AreaCertainty.Near ? found[0].Code : null);
        return new AreaChoice(text, found, found.Exists(a => a.Code == code) ? code : found.Exists(a => a.Code == only) ? only : null);
    }
}
