using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Takes a complaint along one row of the workflow. A refusal shows the work page again with what was typed.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class MoveComplaintPage(SheetLoader sheets, BesideOthers beside, Boundary boundary, Viewer viewer, Phrases phrases) : SheetPost(sheets, phrases)
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

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancellationToken)
    {
        if (ComplaintWorkflow.Table.Moves.All(m => m.Verb != Verb))
        {
            return Refuse(new Refusal("not_a_choice"));
        }

        var input = new MoveComplaintInput(Sheet.Complaint.Id, Version, Verb, Message, Note, Reason) { LastMoveId = LastMove, Products = ProductForm.Read(Request.Form) };
        var outcome = await boundary.RunAsync<MoveComplaint, Complaint>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            await beside.TellAsync(this, Sheet.Complaint, Version, cancellationToken);
        }

        if (outcome.Succeeded || IsDoneAlready(outcome.Refusals))
        {
            return Finish("moved");
        }

        await LoadAgainAsync(cancellationToken);
        var complaint = Sheet.Complaint;
        var form = new MoveForm(
            Sheet.Reference, Verb, complaint.Version, Codes.Of(complaint.Status), Sheet.LastMove, Sheet.Sheet.Holder,
            ComplaintWorkflow.Table.Find(complaint.Status, Verb)?.Requires ?? [], Message, Note, Known(Reason))
        { Products = input.Products };
        Sheet = Sheet with
        {
            Refused = form,
            Conflict = outcome.Refusals.Any(r => r.Kind == RefusalKind.Conflict)
                ? await beside.ConflictAsync(Sheet, form, Seen, SeenHolder, cancellationToken)
                : null,
        };
        // The form must carry the version that the page shows, not the one that was sent.
        ModelState.Clear();
        return Refuse([.. outcome.Refusals.Select(r => r.Field == ComplaintWorkflow.Visit ? new Refusal("visit_required") : ProductForm.Named(r with { Field = Named(r.Field) }))]);
    }

    // The page says a reason by its phrase, and has one for those of the list only.
    private static string? Known(string? reason) => reason is not null && ComplaintWorkflow.Reasons.Contains(reason) ? reason : null;

    private static string? Named(string? field) => field switch
    {
        ComplaintWorkflow.Message => nameof(Message),
        ComplaintWorkflow.Note => nameof(Note),
        ComplaintWorkflow.Reason => nameof(Reason),
        _ => field,
    };

    // A second press of the same button, or of the browser's: the first one did it.
    private bool IsDoneAlready(IReadOnlyList<Refusal> refusals) =>
        refusals.All(r => r.Kind == RefusalKind.Conflict)
        && Sheet.Sheet.Timeline.LastOrDefault(e => e.To is not null) is { } last
        && last.ActorId == viewer.Id && last.Verb == Verb && last.From is { } from && Codes.Of(from) == Seen;
}
