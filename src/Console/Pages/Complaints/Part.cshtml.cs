using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Parts a chat that was joined by a slip from the complaint, or makes an unused slip void.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class PartChatPage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public Guid Representative { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public IActionResult OnGet(string reference) => RedirectToPage("/Complaints/Show", new { reference });

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var outcome = await boundary.RunAsync<PartChat, Done>(
            (act, by, cancel) => act.DoAsync(sheet.Complaint.Id, Representative, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "chat_parted";
            return RedirectToPage("/Complaints/Show", null, new { reference }, "facts-title");
        }

        Sheet = sheet;
        return this.With(outcome.Refusals, phrases);
    }
}
