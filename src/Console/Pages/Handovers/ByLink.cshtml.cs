using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SlrtBot.Console.Security;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Console.Pages.Handovers;

/// <summary>
/// Where an office without an account answers what was handed to it. Opening it has no effect but that it was opened: messengers
/// fetch links ahead.
/// </summary>
[Anyone]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class ByLinkPage(HandoverQueries handovers, UnitOfWork units, TimeProvider clock, Phrases phrases) : PageModel
{
    [BindProperty]
    public string Verb { get; set; } = string.Empty;

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Who { get; set; }

    public LinkedHandover Linked { get; private set; } = null!;

    /// <summary>Whether the link still serves.</summary>
    public bool Serves => Linked.Link.ServesAt(clock.GetUtcNow().UtcDateTime) && Linked.Handover.IsRunning;

    public IEnumerable<string> Verbs => HandoverWorkflow.Table.From(Linked.Handover.Status).Select(m => m.Verb).Where(HandoverWorkflow.OfReceiver.Contains);

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (await handovers.ByLinkAsync(token, cancellationToken) is not { } linked)
        {
            return NotFound();
        }

        Linked = linked;
        if (linked.Link.OpenedAt is null && Serves)
        {
            await units.RunAsync<NoteLinkOpened, bool>((act, cancel) => act.DoAsync(linked.Link.Id, By, cancel), cancellationToken);
        }

        return Serves || linked.Handover.EndedAt is not null ? Page() : this.Again(StatusCodes.Status410Gone);
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        var outcome = await units.RunAsync<AnswerByLink, Handover>(
            (act, cancel) => act.DoAsync(new(token, Verb, Words, Who), By, cancel), cancellationToken);
        if (await handovers.ByLinkAsync(token, cancellationToken) is not { } linked)
        {
            return NotFound();
        }

        Linked = linked;
        if (outcome.Succeeded)
        {
            // What is over says so on the page itself.
            if (outcome.Value.IsRunning)
            {
                TempData["Done"] = $"link_{Codes.Of(outcome.Value.Status)}";
            }

            return Redirect($"/p/{token}");
        }

        return this.With([.. outcome.Refusals.Select(Named)], phrases);
    }

    private Provenance By => Provenance.Link(clock.GetUtcNow().UtcDateTime);

    private static Refusal Named(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            HandoverWorkflow.Words => nameof(Words),
            HandoverWorkflow.Who => nameof(Who),
            var other => other,
        },
    };
}
