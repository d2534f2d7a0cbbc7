using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Handovers;

/// <summary>Makes a new link for an office outside; the one of before no longer serves.</summary>
[Permits(Permission.HandleTasks)]
public sealed class RenewLinkPage(HandoverQueries handovers, Boundary boundary, Viewer viewer, Phrases phrases)
    : HandoverPost(handovers, boundary, viewer, phrases)
{
    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await Boundary.RunAsync<RenewLink, string>((act, by, cancel) => act.DoAsync(id, Viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return Refuse(outcome.Refusals);
        }

        HandoverLinks.Keep(TempData, outcome.Value);
        return Back(id);
    }
}
