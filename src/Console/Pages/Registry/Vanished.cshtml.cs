using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Vanished;

namespace SlrtBot.Console.Pages.Registry;

/// <summary>Families that a new list no longer has: how many by village, and in a village who, and what became of them.</summary>
[Permits(Permission.LookUpRegistry)]
public sealed class ListVanishedPage(VanishedQueries vanished, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    /// <summary>Its code; empty for the counts of all that the reader looks after.</summary>
    [BindProperty(SupportsGet = true, Name = "village")]
    public string? Village { get; set; }

    /// <summary><c>seen</c> for those that somebody has looked into.</summary>
    [BindProperty(SupportsGet = true, Name = "list")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? AskedPage { get; set; }

    [BindProperty]
    public Guid Family { get; set; }

    /// <summary>Its version that was on the screen.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<VanishedCount> Counts { get; private set; } = [];

    public IReadOnlyList<VanishedSheet> Sheets { get; private set; } = [];

    public bool HasMore { get; private set; }

    public bool IsSeen => Asked == "seen";

    public int PageNumber => int.TryParse(AskedPage, out var page) ? Math.Clamp(page, 1, VanishedQueries.LastPage) : 1;

    /// <summary>Whether the reader looks after more than this village.</summary>
    public bool HasOthers => OwnVillage is null;

    private string? OwnVillage => viewer.Scope.AreasFor(Permission.LookUpRegistry) is [var only] && AreaCode.LevelOf(only) == AreaLevel.Village ? only : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLookIntoAsync(CancellationToken cancellationToken)
    {
        if (Family == Guid.Empty)
        {
            return BadRequest();
        }

        var outcome = await boundary.RunAsync<LookIntoFamily, VanishedFamily>(
            (act, by, cancel) => act.DoAsync(new(Family, Version, Outcome, Words), viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "vanished_looked";
            return RedirectToPage("/Registry/Vanished", new { village = outcome.Value.VillageCode });
        }

        // Of a miss nobody is shown.
        if (outcome.Refusals.All(r => r.Kind is RefusalKind.Invalid or RefusalKind.Conflict) && !await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        return this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field switch { "outcome" => nameof(Outcome), "words" => nameof(Words), var other => other } })], phrases);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Village = string.IsNullOrWhiteSpace(Village) ? OwnVillage : Village;
        if (Village is null)
        {
            Counts = await vanished.CountsAsync(viewer.Scope, cancellationToken);
            return true;
        }

        if (AreaCode.Normalise(Village) is not { } code || !viewer.Scope.MayIn(Permission.LookUpRegistry, code))
        {
            return false;
        }

        var page = await vanished.PageAsync(Village = code, IsSeen, PageNumber, cancellationToken);
        var sheets = new List<VanishedSheet>();
        foreach (var row in page.Rows)
        {
            sheets.Add(await boundary.ShowAsync(row, cancellationToken));
        }

        (Sheets, HasMore) = (sheets, page.HasMore);
        return true;
    }
}
