using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Villages;

namespace SlrtBot.Console.Pages.Villages;

/// <summary>The reader's sub-districts, the villages of one of them, or those that a name may mean, old names too.</summary>
[Permits(Permission.ManageStaff)]
public sealed class ListVillagesPage(AreaCatalogue areas, Viewer viewer) : PageModel
{
    public string? Text { get; private set; }

    public Area? District { get; private set; }

    public IReadOnlyList<Area> Districts { get; private set; } = [];

    /// <summary>Those that are no more come last.</summary>
    public IReadOnlyList<Area> Villages { get; private set; } = [];

    public bool IsSearch => !string.IsNullOrWhiteSpace(Text);

    public void OnGet(string? text, string? district)
    {
        Text = text;
        var own = viewer.Scope.AreasFor(VillageReach.Permit);
        bool Mine(Area area) => own.Any(o => AreaCode.Contains(o, area.Code));
        if (IsSearch)
        {
            var found = areas.Search(text!, Around(own));
            Villages = [.. found.Matches.Select(m => m.Area).Concat(found is { Matches.Count: 0, District: { } named } ? areas.Villages(named.Code) : []).Where(Mine)];
        }
        else if (areas.Find(district ?? "") is { Level: AreaLevel.District } chosen && own.Any(o => AreaCode.Contains(o, chosen.Code) || AreaCode.Contains(chosen.Code, o)))
        {
            District = chosen;
            Villages = [.. areas.Villages(chosen.Code).Concat(areas.EndedVillages(chosen.Code)).Where(Mine)];
        }
        else
        {
            Districts = [.. Around(own).SelectMany(areas.Districts).Where(d => own.Any(o => AreaCode.Contains(o, d.Code) || AreaCode.Contains(d.Code, o)))];
        }
    }

    private List<string> Around(IReadOnlyList<string> own) => [.. areas.Regencies.Where(r => own.Any(o => AreaCode.Contains(o, r) || AreaCode.Contains(r, o)))];
}
