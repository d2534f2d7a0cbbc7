using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Handovers;

namespace SlrtBot.Console.Pages.Handovers;

/// <param name="Link">Just made, and shown this once.</param>
/// <param name="Refused">The verb whose form was refused.</param>
/// <param name="Words">What was typed into it.</param>
public sealed record HandoverView(HandoverSheet Sheet, ShownLink? Link = null, string? Refused = null, string? Words = null)
{
    public Handover Handover => Sheet.Handover;

    public bool IsStale { get; init; }

    /// <summary>The rows that the receiver may take now.</summary>
    public IEnumerable<string> Verbs => Sheet.IsReceiver
        ? HandoverWorkflow.Table.From(Handover.Status).Select(m => m.Verb).Where(HandoverWorkflow.OfReceiver.Contains)
        : [];
}

/// <param name="Words">What was typed before it was refused.</param>
public sealed record HandoverForm(Guid Id, string Verb, int Version, string? Words)
{
    public bool NeedsWords => Verb != HandoverWorkflow.Accept;
}

/// <summary>The pages of one hand-over find it in one way, and whoever is shown it has viewed it.</summary>
public abstract class HandoverPost(HandoverQueries handovers, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    public HandoverView View { get; protected set; } = null!;

    protected Boundary Boundary => boundary;

    protected Viewer Viewer => viewer;

    protected Phrases Phrases => phrases;

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
