using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Console.Pages.Tasks;

/// <summary>"Do the next one": takes the most pressing task of the reader's desks and leads to it.</summary>
[Permits(Permission.HandleTasks)]
public sealed class NextTaskPage(Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    /// <summary>The one that lies untouched longest, where that is why there is no further one.</summary>
    public string? Reference { get; private set; }

    public IActionResult OnGet() => RedirectToPage("/Tasks/List");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<TakeNextTask, NextTask>((act, by, cancel) => act.DoAsync(viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            var next = outcome.Value;
            TempData["Done"] = next.ThingId is null ? "task_taken" : "task_found";
            return Redirect(ListTasksPage.Address(next.Kind, next.Reference, next.ThingId));
        }

        Reference = outcome.Refusals[0].Values.GetValueOrDefault("reference");
        return this.With(outcome.Refusals, phrases);
    }
}
