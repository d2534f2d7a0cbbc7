using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Handovers;

/// <summary>Accepts a hand-over, answers it, returns it with a question, or takes it back.</summary>
[Permits(Permission.HandleTasks)]
public sealed class AnswerHandoverPage(HandoverQueries handovers, Boundary boundary, Viewer viewer, Phrases phrases)
    : HandoverPost(handovers, boundary, viewer, phrases)
{
    [BindProperty]
    public string Verb { get; set; } = string.Empty;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    protected override async Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await Boundary.RunAsync<AnswerHandover, Handover>(
            (act, by, cancel) => act.DoAsync(new(id, Version, Verb, Words), Viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = $"handover_{Codes.Of(outcome.Value.Status)}";
            // Whoever has accepted goes on with the complaint itself.
            return Redirect(Verb == HandoverWorkflow.Accept && View.Sheet.MayOpen ? $"/complaints/{View.Sheet.Reference}" : $"/handovers/{id:N}");
        }

        await LoadAsync(id, cancellationToken);
        View = View with { Refused = Verb, Words = Words, IsStale = outcome.Refusals.Any(r => r.Kind == RefusalKind.Conflict) };
        ModelState.Clear();
        return Refuse([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : nameof(Words) })]);
    }
}
