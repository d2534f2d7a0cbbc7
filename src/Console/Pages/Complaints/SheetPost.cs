using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>
/// Takes one form of a complaint's work page. What is done leads back to that page, what is refused shows it again with
/// what was typed, and an address without a form is the page itself.
/// </summary>
public abstract class SheetPost(SheetLoader sheets, Phrases phrases) : PageModel
{
    private const string WorkPage = "/Complaints/Show";

    public SheetModel Sheet { get; protected set; } = null!;

    public IActionResult OnGet(string reference) => RedirectToPage(WorkPage, new { reference });

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        return await TakeAsync(cancellationToken);
    }

    /// <summary>Of the complaint of <see cref="Sheet"/>.</summary>
    protected abstract Task<IActionResult> TakeAsync(CancellationToken cancellationToken);

    /// <summary>What the page shows after a refusal may be newer than what the act saw.</summary>
    protected async Task LoadAgainAsync(CancellationToken cancellationToken) =>
        Sheet = await sheets.LoadAsync(Sheet.Reference, cancellationToken) ?? Sheet;

    /// <param name="what">Said on top of the page: phrase <c>done.{what}</c>.</param>
    /// <param name="part">Of the page, by its id, where the reader goes on.</param>
    protected IActionResult Finish(string what, string? part = null)
    {
        TempData["Done"] = what;
        return RedirectToPage(WorkPage, null, new { reference = Sheet.Reference }, part);
    }

    protected IActionResult Refuse(params IReadOnlyList<Refusal> refusals) => this.With(refusals, phrases);
}
