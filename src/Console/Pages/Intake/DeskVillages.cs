using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Language;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Intake;

/// <param name="Village">Null where it is not certain.</param>
/// <param name="Near">Villages of the reader that may be meant.</param>
public sealed record FoundVillage(Area? Village, IReadOnlyList<Area> Near);

/// <summary>The villages for which the member of staff registers, and which of them a typed name means.</summary>
public sealed class DeskVillages(AreaCatalogue areas, Viewer viewer)
{
    /// <summary>More to choose from is no help, and a heavy page.</summary>
    private const int MostListed = 400;

    /// <summary>Empty where there are too many.</summary>
    public IReadOnlyList<string> Names() => Mine() is { Count: <= MostListed } mine ? [.. mine.Select(v => areas.Path(v.Code))] : [];

    /// <summary>The name to begin with, where there is only one.</summary>
    public string? Only() => Mine() is [var only] ? areas.Path(only.Code) : null;

    /// <param name="chosen">The code of one that was offered for the same words.</param>
    public FoundVillage Find(string? typed, string? chosen)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new FoundVillage(null, []);
        }

        var folded = TextFolding.Fold(typed);
        if (Mine().FirstOrDefault(v => TextFolding.Fold(areas.Path(v.Code)) == folded) is { } listed)
        {
            return new FoundVillage(listed, []);
        }

        var found = areas.Search(typed);
        var near = found.Matches.Select(m => m.Area)
            .Concat(found is { Certainty: AreaCertainty.District, District: { } district } ? areas.Villages(district.Code) : [])
            .Where(v => viewer.Scope.MayIn(Permission.ReceiveComplaints, v.Code)).DistinctBy(v => v.Code).ToList();
        return (found.Only ?? near.Find(v => v.Code == chosen)) is { } village ? new FoundVillage(village, [])
            : found.Certainty == AreaCertainty.Several && near is [var only] ? new FoundVillage(only, [])
            : new FoundVillage(null, near);
    }

    private List<Area> Mine() => [.. viewer.Scope.AreasFor(Permission.ReceiveComplaints).SelectMany(Inside).DistinctBy(v => v.Code)];

    private IEnumerable<Area> Inside(string code) => areas.Find(code) switch
    {
        { Level: AreaLevel.Village } village => [village],
        { Level: AreaLevel.District } district => areas.Villages(district.Code),
        { Level: AreaLevel.Regency } regency => areas.Districts(regency.Code).SelectMany(d => areas.Villages(d.Code)),
        { Level: AreaLevel.Province } => areas.Regencies.Where(r => AreaCode.Contains(code, r)).SelectMany(Inside),
        _ => [],
    };
}
