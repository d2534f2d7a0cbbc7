using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>Takes a photo out of a report that was not sent with it.</summary>
[Permits(Permission.VerifyComplaints)]
public sealed class RemoveVisitPhotoPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : VisitPost(visits, boundary, viewer, zone, phrases)
{
    [BindProperty]
    public Guid Photo { get; set; }

    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await Boundary.RunAsync<RemoveVisitPhoto, Visit>((act, by, cancel) => act.DoAsync(id, Photo, Viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded ? Finish("visit_photo_removed", "photos") : await RefuseAsync("photo", Sent(), outcome.Refusals, cancellationToken);
    }
}
