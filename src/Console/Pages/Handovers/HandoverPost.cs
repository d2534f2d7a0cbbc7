using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Handovers;

/// <summary>Takes one form of a hand-over's page; an address without a form is the page itself.</summary>
public abstract class HandoverPost(HandoverQueries handovers, Boundary boundary, Viewer viewer, Phrases phrases) : HandoverPage(handovers, boundary, viewer)
{
    public IActionResult OnGet(Guid id) => Back(id);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? await TakeAsync(id, cancellationToken) : NotFound();

    /// <summary>Of the hand-over of <see cref="HandoverPage.View"/>.</summary>
    protected abstract Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken);

    protected IActionResult Back(Guid id) => Redirect($"/handovers/{id:N}");

    protected IActionResult Refuse(params IReadOnlyList<Refusal> refusals) => this.With(refusals, phrases);
}
