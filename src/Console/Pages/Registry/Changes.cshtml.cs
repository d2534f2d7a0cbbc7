using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Registry;

/// <summary>What new lists changed for open complaints: somebody tells the resident, or says why not.</summary>
[Permits(Permission.AnalyseComplaints)]
public sealed class ListChangesPage(RecheckQueries rechecks, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public RecheckPage Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        PageNumber = Math.Clamp(PageNumber, 1, RecheckQueries.LastPage);
        Found = await rechecks.PageAsync(viewer.Scope, PageNumber, cancellationToken);
    }
}
