using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>The visit as a sheet of paper to take along: whom, where, why, and boxes to tick where no phone works.</summary>
[Permits(Permission.VerifyComplaints)]
public sealed class VisitPaperPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone) : VisitPage(visits, boundary, viewer, zone)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();
}
