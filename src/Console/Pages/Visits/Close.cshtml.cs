using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>Nobody was found, and that is approved: the complaint ends.</summary>
[Permits(Permission.AnalyseComplaints)]
public sealed class CloseAfterVisitPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : VisitPost(visits, boundary, viewer, zone, phrases)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await Boundary.RunAsync<CloseAfterVisit, Complaint>(
            (act, by, cancel) => act.DoAsync(new(id, Version, Note), Viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return await RefuseAsync("close", Sent(nameof(Note)), outcome.Refusals, cancellationToken);
        }

        TempData["Done"] = "moved";
        return RedirectToPage("/Complaints/Show", new { reference = View.Sheet.Reference });
    }
}
