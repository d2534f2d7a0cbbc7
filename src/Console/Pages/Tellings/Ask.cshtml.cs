using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Pages.Complaints;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tellings;

namespace SlrtBot.Console.Pages.Tellings;

/// <summary>Asks that somebody carries news that are too delicate for a chat.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class AskToTellPage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    /// <summary>What is to be told.</summary>
    [BindProperty]
    public string? Words { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        await LoadAsync(reference, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await boundary.RunAsync<TellInPerson, Complaint>(
            (act, by, cancel) => act.DoAsync(new(Sheet.Complaint.Id, Words), viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "telling_asked";
            return RedirectToPage("/Complaints/Show", new { reference = Sheet.Reference });
        }

        return this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : nameof(Words) })], phrases);
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return true;
    }
}
