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
public sealed class CheckComplaintPage(SheetLoader sheets, CheckQueries checks, RecheckQueries rechecks, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
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

    /// <summary>What a new list changed, and its version that was on the screen.</summary>
    [BindProperty]
    public Guid Change { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Of the message: however often it is sent, it tells once.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>For the resident; the draft until somebody words it.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Why the resident is not told.</summary>
    [BindProperty]
    public string? Why { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    /// <summary>What a new list changed; null where nothing is to be told.</summary>
    public RecheckSheet? Changed { get; private set; }

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

    public Task<IActionResult> OnPostTellAsync(string reference, CancellationToken cancellationToken) => Change == Guid.Empty || Key == Guid.Empty ? Task.FromResult<IActionResult>(BadRequest()) : LoadAsync(
        reference,
        async () =>
        {
            var outcome = await boundary.RunAsync<TellRecheck, Recheck>((act, by, cancel) => act.DoAsync(new(new(Sheet.Complaint.Id, Change, Version), Key, Text), viewer.Scope, by, cancel), cancellationToken);
            return await EndAsync(outcome, nameof(Text), cancellationToken);
        },
        cancellationToken);

    public Task<IActionResult> OnPostSetAsideAsync(string reference, CancellationToken cancellationToken) => Change == Guid.Empty ? Task.FromResult<IActionResult>(BadRequest()) : LoadAsync(
        reference,
        async () =>
        {
            var outcome = await boundary.RunAsync<SetAsideRecheck, Recheck>((act, by, cancel) => act.DoAsync(new(new(Sheet.Complaint.Id, Change, Version), Why), viewer.Scope, by, cancel), cancellationToken);
            return await EndAsync(outcome, nameof(Why), cancellationToken);
        },
        cancellationToken);

    private async Task<IActionResult> EndAsync(Outcome<Recheck> outcome, string field, CancellationToken cancellationToken)
    {
        if (outcome.Succeeded)
        {
            return Done(outcome.Value.State == RecheckState.SetAside ? "recheck_set_aside" : Changed?.Route == RecheckRoute.InPerson ? "recheck_asked" : "recheck_told");
        }

        Changed = await rechecks.OpenAsync(Sheet.Complaint, viewer.Scope, cancellationToken);
        return this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : field })], phrases);
    }

    private RedirectToPageResult Done(string what)
    {
        TempData["Done"] = what;
        return RedirectToPage("/Registry/CheckComplaint", new { reference = Sheet.Reference });
    }

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

        (Sheet, Last, Changed) = (sheet, await checks.LastAsync(sheet.Complaint, cancellationToken), await rechecks.OpenAsync(sheet.Complaint, viewer.Scope, cancellationToken));
        return await then();
    }
}
