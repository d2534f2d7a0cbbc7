using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Corrects whether it is a question, a suggestion or a complaint, which programme it is about, and how urgent it is.</summary>
[Permits(Permission.ReceiveComplaints)]
public sealed class ClassifyComplaintPage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
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

    public SheetModel Sheet { get; private set; } = null!;

    public IActionResult OnGet(string reference) => RedirectToPage("/Complaints/Show", new { reference });

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Urgency? urgency = Codes.TryParse<Urgency>(Urgency, out var chosen) ? chosen : null;
        if (!Codes.TryParse<ComplaintKind>(Kind, out var kind) || (urgency is null && Urgency is not null))
        {
            return this.With([new Refusal("not_a_choice")], phrases);
        }

        var input = new ClassifyComplaintInput(sheet.Complaint.Id, Version, kind, string.IsNullOrEmpty(Programme) ? null : Programme)
        {
            Urgency = urgency,
            Note = Note,
            NoteId = Key,
        };
        var outcome = await boundary.RunAsync<ClassifyComplaint, Complaint>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "classified";
            return RedirectToPage("/Complaints/Show", new { reference });
        }

        // What the page shows now may be newer than what the act saw refused.
        sheet = await sheets.LoadAsync(reference, cancellationToken) ?? sheet;
        var now = sheet.KindOf(Note) with { IsOpen = true };
        // Whoever comes too late chooses again, beside what a colleague chose; the words stay.
        Sheet = sheet with
        {
            RefusedKind = outcome.Refusals.Any(r => r.Kind == RefusalKind.Conflict)
                ? now
                : now with { Kind = Kind, Programme = Programme, Urgency = Urgency ?? now.Urgency },
        };
        return this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field == "note" ? nameof(Note) : null })], phrases);
    }
}
