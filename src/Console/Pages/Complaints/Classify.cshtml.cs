using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Corrects whether it is a question, a suggestion or a complaint, and which programme it is about.</summary>
[Permits(Permission.ReceiveComplaints)]
public sealed class ClassifyComplaintPage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Programme { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public IActionResult OnGet(string reference) => RedirectToPage("/Complaints/Show", new { reference });

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        if (!Codes.TryParse<ComplaintKind>(Kind, out var kind))
        {
            return this.With([new Refusal("not_a_choice")], phrases);
        }

        var input = new ClassifyComplaintInput(sheet.Complaint.Id, Version, kind, string.IsNullOrEmpty(Programme) ? null : Programme);
        var outcome = await boundary.RunAsync<ClassifyComplaint, Complaint>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "classified";
            return RedirectToPage("/Complaints/Show", new { reference });
        }

        return this.With([.. outcome.Refusals.Select(r => r with { Field = null })], phrases);
    }
}
