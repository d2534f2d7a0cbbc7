using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Operations;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Installation;

/// <summary>
/// One parked message: its facts, its words for those who may, and what becomes of it. Words are shown in the answer to
/// a form, never under an address.
/// </summary>
[Permits(Permission.TendMessages)]
public sealed class TendMessagePage(TroubledMessages messages, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public string? Note { get; set; }

    public ParkedMessage Message { get; private set; } = null!;

    /// <summary>Null until they were asked for.</summary>
    public string? Words { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellationToken) => ActAsync<RetryInbound>(
        id, "message_retried", (act, by, cancel) => act.DoAsync(id, viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostSetAsideAsync(Guid id, CancellationToken cancellationToken) => ActAsync<SetAsideInbound>(
        id, "message_set_aside", (act, by, cancel) => act.DoAsync(id, Note, viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken cancellationToken) => ActAsync<TendOutbound>(
        id, "message_sent", (act, by, cancel) => act.DoAsync(id, true, viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken cancellationToken) => ActAsync<TendOutbound>(
        id, "message_left", (act, by, cancel) => act.DoAsync(id, false, viewer.Scope, by, cancel), cancellationToken);

    /// <param name="id">Of the row, which is no message: what a job could not handle.</param>
    public Task<IActionResult> OnPostRetryRowAsync(Guid id, string? job, CancellationToken cancellationToken) => ActAsync<RetryParkedRow>(
        id, "row_retried", (act, by, cancel) => act.DoAsync(job, id, by, cancel), cancellationToken);

    public async Task<IActionResult> OnPostRevealAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<RevealParked, string>(
            (act, by, cancel) => act.DoAsync(id, viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded || !await FindAsync(id, cancellationToken))
        {
            return outcome.Succeeded ? NotFound() : this.With(outcome.Refusals, phrases);
        }

        Words = outcome.Value;
        return Page();
    }

    private async Task<IActionResult> ActAsync<TAct>(
        Guid id, string done, Func<TAct, Provenance, CancellationToken, Task<Outcome<Done>>> act, CancellationToken cancellationToken)
        where TAct : notnull
    {
        var outcome = await boundary.RunAsync(act, cancellationToken);
        // A second press, or a colleague's: it is what was wanted.
        if (outcome.Succeeded || outcome.Refusals.All(r => r.Code == "already_done"))
        {
            TempData["Done"] = done;
            return RedirectToPage("/Installation/Check");
        }

        return await FindAsync(id, cancellationToken)
            ? this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : nameof(Note) })], phrases)
            : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await messages.ParkedAsync(id, viewer.Scope, cancellationToken) is not { } found)
        {
            return false;
        }

        Message = found;
        return true;
    }
}
