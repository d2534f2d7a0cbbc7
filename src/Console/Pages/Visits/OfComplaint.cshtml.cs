using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>Where a task of the field is done: the visit that runs, or else the complaint, from which one is planned.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class OfComplaintPage(VisitQueries visits, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        ReferenceCode.TryParse(reference, out var canonical) && await visits.RunningOfAsync(canonical, viewer.Scope, cancellationToken) is { } running
            ? Redirect($"/visits/{running:N}")
            : Redirect($"/complaints/{reference}");
}
