using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Registry;

/// <summary>Somebody is looked up in the poverty data, for a purpose. By POST: what is typed here is about people.</summary>
[Permits(Permission.LookUpRegistry)]
public sealed class LookUpPage(RegistryQueries registry, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? NationalId { get; set; }

    [BindProperty]
    public string? FamilyCard { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? BornOn { get; set; }

    /// <summary>As typed: a village, with its sub-district where others are called so.</summary>
    [BindProperty]
    public string? Village { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    public IEnumerable<SelectListItem> Purposes => Enum.GetValues<LookUpPurpose>().Select(p => new SelectListItem(phrases[$"registry.purpose.{Codes.Of(p)}"], Codes.Of(p)))
        .Prepend(new SelectListItem(phrases["form.choose"], ""));

    /// <summary>Null until somebody was looked for.</summary>
    public LookUpResult? Result { get; private set; }

    public bool HasLists { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        HasLists = (await registry.ListAsync(viewer.Scope, cancellationToken)).Count > 0;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        HasLists = true;
        var village = string.IsNullOrWhiteSpace(Village) ? null : areas.Search(Village).Only;
        if (!string.IsNullOrWhiteSpace(Village) && village is null)
        {
            return this.With([new Refusal("registry_village_unknown", nameof(Village))], phrases);
        }

        var regency = village is null ? RegencyOfReader() : AreaCode.RegencyOf(village.Code)!;
        var outcome = await boundary.RunAsync<LookUp, LookUpResult>(
            (act, by, cancel) => act.DoAsync(new(NationalId, FamilyCard, Name, BornOn, village?.Code, Purpose, regency), viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            Result = outcome.Value;
            return Page();
        }

        return this.With([.. outcome.Refusals.Select(Named)], phrases);
    }

    private string RegencyOfReader()
    {
        var own = viewer.Scope.AreasFor(Permission.LookUpRegistry);
        return areas.Regencies.FirstOrDefault(r => own.Any(o => AreaCode.Contains(o, r) || AreaCode.Contains(r, o))) ?? areas.HomeRegency;
    }

    private static Refusal Named(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch { "national_id" => nameof(NationalId), "family_card" => nameof(FamilyCard), "born_on" => nameof(BornOn), "village" => nameof(Village), "purpose" => nameof(Purpose), var other => other },
    };
}
