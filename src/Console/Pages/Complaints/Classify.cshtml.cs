using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Corrects whether it is a question, a suggestion or a complaint, which programme it is about, and how urgent it is.</summary>
[Permits(Permission.ReceiveComplaints)]
public sealed class ClassifyComplaintPage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : SheetPost(sheets, phrases)
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Programme { get; set; }

    [BindProperty]
    public string? Urgency { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancellationToken)
    {
        Urgency? urgency = Codes.TryParse<Urgency>(Urgency, out var chosen) ? chosen : null;
        if (!Codes.TryParse<ComplaintKind>(Kind, out var kind) || (urgency is null && Urgency is not null))
        {
            return Refuse(new Refusal("not_a_choice"));
        }

        var input = new ClassifyComplaintInput(Sheet.Complaint.Id, Version, kind, string.IsNullOrEmpty(Programme) ? null : Programme)
        {
            Urgency = urgency,
            Note = Note,
            NoteId = Key,
        };
        var outcome = await boundary.RunAsync<ClassifyComplaint, Complaint>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            return Finish("classified");
        }

        await LoadAgainAsync(cancellationToken);
        var now = Sheet.KindOf(Note) with { IsOpen = true };
        // Whoever comes too late chooses again, beside what a colleague chose; the words stay.
        Sheet = Sheet with
        {
            RefusedKind = outcome.Refusals.Any(r => r.Kind == RefusalKind.Conflict)
                ? now
                : now with { Kind = Kind, Programme = Programme, Urgency = Urgency ?? now.Urgency },
        };
        return Refuse([.. outcome.Refusals.Select(r => r with { Field = r.Field == "note" ? nameof(Note) : null })]);
    }
}
