using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Steps aside from a complaint that concerns the reader; asks before, because there is no way back.</summary>
[Permits(Permission.AssignComplaints)]
public sealed class RecusePage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    public SheetModel Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        await LoadAsync(reference, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await boundary.RunAsync<Recuse, Complaint>(
            (act, by, cancel) => act.DoAsync(Sheet.Complaint.Id, viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.With(outcome.Refusals, phrases);
        }

        TempData["Done"] = "recused";
        return RedirectToPage("/Tasks/List");
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return true;
    }
}
