using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>Moves a visit to another day.</summary>
[Permits(Permission.VerifyComplaints)]
public sealed class RescheduleVisitPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : VisitPost(visits, boundary, viewer, zone, phrases)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Part { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var input = new RescheduleVisitInput(id, Version, WrittenField.DayOf(On), VisitDayForm.PartOf(Part), Reason);
        var outcome = await Boundary.RunAsync<RescheduleVisit, Visit>((act, by, cancel) => act.DoAsync(input, Viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded
            ? Finish("visit_rescheduled")
            : await RefuseAsync("move", Sent(nameof(On), nameof(Part), nameof(Reason)), outcome.Refusals, cancellationToken);
    }
}
