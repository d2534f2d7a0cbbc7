using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints.Search;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Search;

/// <summary>
/// Search over everything in the reader's areas. What is searched for comes by POST alone, and so do the further pages: it is
/// about people, and must stand in no address, history or log.
/// </summary>
[Permits(Permission.ReadComplaints)]
public sealed class FindComplaintsPage(Searches searches, Boundary boundary, Viewer viewer) : PageModel
{
    [BindProperty]
    public string? Q { get; set; }

    /// <summary>Page of the results, counted from 1.</summary>
    [BindProperty]
    public int At { get; set; } = 1;

    /// <summary>Null until something was searched for.</summary>
    public SearchTerms? Terms { get; private set; }

    public SearchPage Found { get; private set; } = SearchPage.Nothing;

    public bool MayFindNationalIds => viewer.May(Permission.ReceiveComplaints);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        (Terms, Found) = await searches.RunAsync(Q, At, viewer.Scope, boundary.By, cancellationToken);
        if (Terms.Problem == SearchProblem.ManyNumbers)
        {
            return this.Again(StatusCodes.Status429TooManyRequests);
        }

        return Found.Hits is [{ Match: SearchMatch.Reference } only]
            ? RedirectToPage("/Complaints/Show", new { reference = only.Row.Reference })
            : Page();
    }
}
