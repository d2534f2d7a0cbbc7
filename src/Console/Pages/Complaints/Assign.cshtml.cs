using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>The reader takes a complaint on, or lays it down.</summary>
[Permits(Permission.AssignComplaints)]
public sealed class AssignComplaintPage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public bool Take { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public IActionResult OnGet(string reference) => RedirectToPage("/Complaints/Show", new { reference });

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var outcome = await boundary.RunAsync<AssignComplaint, Complaint>(
            (act, by, cancel) => act.DoAsync(sheet.Complaint.Id, Take, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = Take ? "taken" : "laid_down";
            return RedirectToPage("/Complaints/Show", new { reference });
        }

        Sheet = sheet;
        return this.With(outcome.Refusals, phrases);
    }
}
