using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Handovers;

/// <summary>The sender has read what came back, and needs no task for it.</summary>
[Permits(Permission.HandleTasks)]
public sealed class ReadHandoverPage(HandoverQueries handovers, Boundary boundary, Viewer viewer, Phrases phrases)
    : HandoverPost(handovers, boundary, viewer, phrases)
{
    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await Boundary.RunAsync<ReadHandover, Handover>((act, by, cancel) => act.DoAsync(id, Viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded)
        {
            return Refuse(outcome.Refusals);
        }

        TempData["Done"] = "handover_read";
        return Redirect(View.Sheet.MayOpen ? $"/complaints/{View.Sheet.Reference}" : "/tasks");
    }
}
