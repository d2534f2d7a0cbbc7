using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Pages.Complaints;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>Plans a visit because of a complaint: the day and the part of it.</summary>
[Permits(Permission.VerifyComplaints)]
public sealed class PlanVisitPage(SheetLoader sheets, VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases) : PageModel
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Part { get; set; }

    /// <summary>What to look at there.</summary>
    [BindProperty]
    public string? Note { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public IEnumerable<SelectListItem> Parts =>
    [
        new(phrases["form.choose"], string.Empty),
        .. Enum.GetValues<PartOfDay>().Select(p => new SelectListItem(phrases[$"visit.part.{Codes.Of(p)}"], Codes.Of(p), Codes.Of(p) == Part)),
    ];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        if (await visits.RunningAsync(sheet.Complaint.Id, viewer.Scope, cancellationToken) is { } running)
        {
            return Redirect($"/visits/{running:N}");
        }

        if (!sheet.MayPlanVisit)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }

        (Sheet, Key, On) = (sheet, sheet.NewKey(), zone.Today.AddDays(1));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var input = new PlanVisitInput(Key, sheet.Complaint.Id, On, VisitDayForm.PartOf(Part), Note);
        var outcome = await boundary.RunAsync<PlanVisit, Visit>((act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "visit_planned";
            return Redirect($"/visits/{outcome.Value.Id:N}");
        }

        Sheet = await sheets.LoadAsync(reference, cancellationToken) ?? sheet;
        ModelState.Clear();
        return this.With([.. outcome.Refusals.Select(Named)], phrases);
    }

    private static Refusal Named(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            "on" => nameof(On),
            "part" => nameof(Part),
            "note" => nameof(Note),
            var other => other,
        },
    };
}
