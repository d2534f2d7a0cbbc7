using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Keeps a note among colleagues; the resident never reads it.</summary>
[Permits(Permission.ReadComplaints)]
public sealed class AddNotePage(SheetLoader sheets, BesideOthers beside, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
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

        var outcome = await boundary.RunAsync<AddNote, Done>(
            (act, by, cancel) => act.DoAsync(sheet.Complaint.Id, Key, Text ?? string.Empty, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "noted";
            await beside.TellAsync(this, sheet.Complaint, Version, cancellationToken);
            return RedirectToPage("/Complaints/Show", null, new { reference }, "timeline");
        }

        Sheet = sheet with { RefusedNote = new WordsForm(reference, Key, Version, Text) };
        return this.With([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : nameof(Text) })], phrases);
    }
}
