using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Records that the person concerned has agreed that a representative hears of the complaint, or has taken that back.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class RecordConsentPage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    /// <summary>Empty for the chat that filed a complaint of before representatives were recorded.</summary>
    [BindProperty]
    public Guid? Representative { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public bool Withdraw { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    public IActionResult OnGet(string reference) => RedirectToPage("/Complaints/Show", new { reference });

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        ConsentWay? way = Codes.TryParse<ConsentWay>(Way, out var told) && SheetModel.ConsentWays.Contains(told) ? told : null;
        if (way is null && !Withdraw)
        {
            Sheet = sheet with { RefusedConsent = true, RefusedRepresentative = Representative };
            return this.With([new Refusal("not_a_choice", nameof(Way))], phrases);
        }

        var input = new RecordConsentInput(sheet.Complaint.Id, Representative, Withdraw ? null : way);
        var outcome = await boundary.RunAsync<RecordConsent, Representative>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = Withdraw ? "consent_withdrawn" : "consent_recorded";
            return RedirectToPage("/Complaints/Show", null, new { reference }, "representatives");
        }

        Sheet = sheet;
        return this.With(outcome.Refusals, phrases);
    }
}
