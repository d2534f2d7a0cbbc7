using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>One visit: for whoever goes there the sections to fill, for whoever decides the report, for others what came of it.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class ShowVisitPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone) : VisitPage(visits, boundary, viewer, zone)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();
}
