using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.DataRequests;

/// <summary>One request: what was asked, and carrying it out or refusing it with a reason.</summary>
[Permits(Permission.AnswerDataRequests)]
public sealed class ShowRequestPage(DataRequestQueries requests, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public bool Grant { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public DataRequestRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await boundary.RunAsync<AnswerRequest, DataRequest>(
            (act, by, cancel) => act.DoAsync(new(id, Version, Grant, Answer), viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded || outcome.Refusals.All(r => r.Code == "already_done"))
        {
            TempData["Done"] = "request_answered";
            return RedirectToPage("/DataRequests/List");
        }

        return await FindAsync(id, cancellationToken)
            ? this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : nameof(Answer) })], phrases)
            : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(id, viewer.Scope, cancellationToken) is not { } found)
        {
            return false;
        }

        Row = await boundary.ShowAsync(found, cancellationToken);
        return true;
    }
}
