using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>Sends the report to the supervisor; what it lacks is named, each with the way there.</summary>
[Permits(Permission.VerifyComplaints)]
public sealed class SendVisitPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : VisitPost(visits, boundary, viewer, zone, phrases)
{
    [BindProperty]
    public int Version { get; set; }

    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await Boundary.RunAsync<SendVisit, Visit>((act, by, cancel) => act.DoAsync(new(id, Version), Viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded ? Finish("visit_sent") : await RefuseAsync("send", Sent(), outcome.Refusals, cancellationToken);
    }
}
