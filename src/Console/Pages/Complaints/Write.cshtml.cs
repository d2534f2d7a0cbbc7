using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Sends the reader's own words to the resident's chat.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class WriteToResidentPage(SheetLoader sheets, BesideOthers beside, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public Guid Key { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public IActionResult OnGet(string reference) => RedirectToPage("/Complaints/Show", new { reference });

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var outcome = await boundary.RunAsync<WriteToResident, Done>(
            (act, by, cancel) => act.DoAsync(sheet.Complaint.Id, Key, Text ?? string.Empty, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "written";
            await beside.TellAsync(this, sheet.Complaint, Version, cancellationToken);
            return RedirectToPage("/Complaints/Show", null, new { reference }, "thread");
        }

        Sheet = sheet with { RefusedMessage = new WordsForm(reference, Key, Version, Text) };
        return this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : nameof(Text) })], phrases);
    }
}
