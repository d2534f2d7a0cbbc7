using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Handovers;

/// <summary>One hand-over: for its receiver with what to do, for its sender with what came of it.</summary>
[Permits(Permission.HandleTasks)]
public sealed class ShowHandoverPage(HandoverQueries handovers, HandoverLinks links, Boundary boundary, Viewer viewer)
    : HandoverPage(handovers, boundary, viewer)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        View = View with { Link = links.Take(TempData) };
        return Page();
    }
}
