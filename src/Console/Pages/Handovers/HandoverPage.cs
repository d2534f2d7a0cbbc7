using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Handovers;

namespace SlrtBot.Console.Pages.Handovers;

/// <summary>The pages of one hand-over find it in one way, and whoever is shown it has viewed it.</summary>
public abstract class HandoverPage(HandoverQueries handovers, Boundary boundary, Viewer viewer) : PageModel
{
    public HandoverView View { get; protected set; } = null!;

    protected Boundary Boundary => boundary;

    protected Viewer Viewer => viewer;

    /// <returns>False for a miss and for one outside the reader's areas alike.</returns>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await handovers.FindAsync(id, viewer.Scope, cancellationToken) is not { } found)
        {
            return false;
        }

        View = new HandoverView(await boundary.ShowAsync(found, cancellationToken));
        return true;
    }
}
