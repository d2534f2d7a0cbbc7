using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>Writes down one section of the report.</summary>
[Permits(Permission.VerifyComplaints)]
public sealed class NoteSectionPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : VisitPost(visits, boundary, viewer, zone, phrases)
{
    [BindProperty]
    public string? Section { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var typed = Sent(VisitFields.All.Select(f => f.Code));
        var input = new NoteSectionInput(id, Section, Seen, typed.ToDictionary(t => t.Key, string? (t) => t.Value));
        var outcome = await Boundary.RunAsync<NoteSection, Visit>((act, by, cancel) => act.DoAsync(input, Viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return await RefuseAsync(Section ?? "", typed, outcome.Refusals, cancellationToken);
        }

        await LoadAsync(id, cancellationToken);
        return Finish("visit_noted", View.Open is { } next ? $"section-{next}" : "send");
    }
}
