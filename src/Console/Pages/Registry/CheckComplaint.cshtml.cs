using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Pages.Complaints;
using SlrtBot.Console.Security;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Registry;

/// <summary>The person of a complaint is looked for in the poverty data; whoever is doubtful is decided about here, once.</summary>
[Permits(Permission.LookUpRegistry)]
public sealed class CheckComplaintPage(SheetLoader sheets, CheckQueries checks, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public Guid Entry { get; set; }

    /// <summary>The decision that was on the screen.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    [BindProperty]
    public string? Verdict { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public LastCheck? Last { get; private set; }

    /// <summary>Null until somebody asked.</summary>
    public CheckSheet? Found { get; private set; }

    public Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        LoadAsync(reference, () => Task.FromResult<IActionResult>(Page()), cancellationToken);

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken) =>
        LoadAsync(reference, () => LookAsync(cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDecideAsync(string reference, CancellationToken cancellationToken) => LoadAsync(
        reference,
        async () =>
        {
            if (ModelState.GetFieldValidationState(nameof(Entry)) == ModelValidationState.Invalid || ModelState.GetFieldValidationState(nameof(Seen)) == ModelValidationState.Invalid)
            {
                return BadRequest();
            }

            var outcome = await boundary.RunAsync<DecidePair, PairDecision>(
                (act, by, cancel) => act.DoAsync(new(Sheet.Complaint.Id, Entry, Verdict, Reason, Seen), viewer.Scope, by, cancel), cancellationToken);
            if (outcome.Succeeded)
            {
                ModelState.Clear();
                return await LookAsync(cancellationToken);
            }

            // What was found is shown again beside what was typed; of a miss nothing is.
            if (outcome.Refusals.All(r => r.Kind is RefusalKind.Invalid or RefusalKind.Conflict))
            {
                await LookAsync(cancellationToken);
            }

            return this.With([.. outcome.Refusals], phrases);
        },
        cancellationToken);

    private async Task<IActionResult> LookAsync(CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<CheckComplaint, CheckSheet>((act, by, cancel) => act.DoAsync(Sheet.Complaint.Id, viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.With([.. outcome.Refusals], phrases);
        }

        Found = outcome.Value;
        return Page();
    }

    private async Task<IActionResult> LoadAsync(string reference, Func<Task<IActionResult>> then, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        if (!sheet.MayCheck)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        (Sheet, Last) = (sheet, await checks.LastAsync(sheet.Complaint, cancellationToken));
        return await then();
    }
}
