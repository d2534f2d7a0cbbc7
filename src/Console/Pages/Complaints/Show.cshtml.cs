using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>The work page of one complaint. That it was opened is stored before it is shown.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class ShowComplaintPage(SheetLoader sheets, Boundary boundary, RecentViews recent, Viewer viewer) : PageModel
{
    public SheetModel Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        if (recent.IsNew(viewer.Id, sheet.Complaint.Id))
        {
            await boundary.RunAsync<RecordView, Done>((act, by, cancel) => act.DoAsync(sheet.Complaint.Id, by, cancel), cancellationToken);
        }

        return Page();
    }
}
