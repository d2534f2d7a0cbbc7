using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>The work page of one complaint.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class ShowComplaintPage(SheetLoader sheets) : PageModel
{
    public SheetModel Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        return Page();
    }
}
