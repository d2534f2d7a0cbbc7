using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>Approves a report, or returns it with reasons. Whoever comes second reads what happened, and keeps what they typed.</summary>
[Permits(Permission.ApproveComplaints)]
public sealed class DecideVisitPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : VisitPost(visits, boundary, viewer, zone, phrases)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Verb { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var reasons = Request.Form["Reasons"].OfType<string>().Where(r => r.Length > 0).Distinct().ToList();
        var outcome = await Boundary.RunAsync<DecideVisit, Visit>(
            (act, by, cancel) => act.DoAsync(new(id, Version, Verb, reasons, Words), Viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded
            ? Finish($"visit_{Codes.Of(outcome.Value.Status)}")
            : await RefuseAsync(Verb == VisitWorkflow.Approve ? "approve" : "return", Sent(nameof(Words), "Reasons"), outcome.Refusals, cancellationToken);
    }
}
