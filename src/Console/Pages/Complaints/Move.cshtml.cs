using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Takes a complaint along one row of the workflow. A refusal shows the work page again with what was typed.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class MoveComplaintPage(SheetLoader sheets, BesideOthers beside, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public string Verb { get; set; } = string.Empty;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string Seen { get; set; } = string.Empty;

    [BindProperty]
    public Guid? LastMove { get; set; }

    [BindProperty]
    public string? SeenHolder { get; set; }

    [BindProperty]
    public string? Message { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public IActionResult OnGet(string reference) => RedirectToPage("/Complaints/Show", new { reference });

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var input = new MoveComplaintInput(sheet.Complaint.Id, Version, Verb, Message, Note, Reason) { LastMoveId = LastMove };
        var outcome = await boundary.RunAsync<MoveComplaint, Complaint>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded || IsDoneAlready(sheet, outcome.Refusals))
        {
            TempData["Done"] = "moved";
            if (outcome.Succeeded)
            {
                await beside.TellAsync(this, sheet.Complaint, Version, cancellationToken);
            }

            return RedirectToPage("/Complaints/Show", new { reference });
        }

        // What the page shows now may be newer than what the act saw refused.
        sheet = await sheets.LoadAsync(reference, cancellationToken) ?? sheet;
        var move = ComplaintWorkflow.Table.Find(sheet.Complaint.Status, Verb);
        var form = new MoveForm(
            reference, Verb, sheet.Complaint.Version, Codes.Of(sheet.Complaint.Status), sheet.LastMove, sheet.Sheet.Holder,
            move?.Requires ?? [], Message, Note, Reason);
        Sheet = sheet with
        {
            Refused = form,
            Conflict = outcome.Refusals.Any(r => r.Kind == RefusalKind.Conflict)
                ? await beside.ConflictAsync(sheet, form, Seen, SeenHolder, cancellationToken)
                : null,
        };
        // The form must carry the version that the page shows, not the one that was sent.
        ModelState.Clear();
        return this.With([.. outcome.Refusals.Select(r => r with { Field = Named(r.Field) })], phrases);
    }

    private static string? Named(string? field) => field switch
    {
        ComplaintWorkflow.Message => nameof(Message),
        ComplaintWorkflow.Note => nameof(Note),
        ComplaintWorkflow.Reason => nameof(Reason),
        _ => field,
    };

    // A second press of the same button, or of the browser's: the first one did it.
    private bool IsDoneAlready(SheetModel sheet, IReadOnlyList<Refusal> refusals) =>
        refusals.All(r => r.Kind == RefusalKind.Conflict)
        && sheet.Sheet.Timeline.LastOrDefault(e => e.To is not null) is { } last
        && last.ActorId == viewer.Id && last.Verb == Verb && last.From is { } from && Codes.Of(from) == Seen;
}
