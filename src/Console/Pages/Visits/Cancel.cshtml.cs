using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>Nobody goes there after all.</summary>
[Permits(Permission.VerifyComplaints)]
public sealed class CancelVisitPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : VisitPost(visits, boundary, viewer, zone, phrases)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await Boundary.RunAsync<CancelVisit, Visit>(
            (act, by, cancel) => act.DoAsync(new(id, Version, Reason), Viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded ? Finish("visit_cancelled") : await RefuseAsync("cancel", Sent(nameof(Reason)), outcome.Refusals, cancellationToken);
    }
}
