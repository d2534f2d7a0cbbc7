using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Visits;

namespace SlrtBot.Console.Pages.Visits;

/// <summary>The pages of one visit find it in one way, and whoever is shown it has viewed it.</summary>
public abstract class VisitPage(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone) : PageModel
{
    public VisitView View { get; protected set; } = null!;

    public DateOnly Today => zone.Today;

    protected Boundary Boundary => boundary;

    protected Viewer Viewer => viewer;

    /// <returns>False for a miss and for one outside the reader's areas alike.</returns>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await visits.FindAsync(id, viewer.Scope, cancellationToken) is not { } found)
        {
            return false;
        }

        var sheet = await boundary.ShowAsync(found, cancellationToken);
        View = new VisitView(sheet) { Today = sheet.Visit.PlannedOn <= zone.Today ? zone.Today : null };
        if (View.Sheet.MayWrite)
        {
            // The only pages with a button for the device's position; the browser asks all the same.
            Response.Headers["Permissions-Policy"] = SecurityHeaders.WithPosition;
        }

        return true;
    }
}

/// <summary>Takes one form of a visit's page; an address without a form is the page itself.</summary>
public abstract class VisitPost(VisitQueries visits, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases) : VisitPage(visits, boundary, viewer, zone)
{
    public IActionResult OnGet(Guid id) => Redirect($"/visits/{id:N}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? await TakeAsync(id, cancellationToken) : NotFound();

    /// <summary>Of the visit of <see cref="VisitPage.View"/>.</summary>
    protected abstract Task<IActionResult> TakeAsync(Guid id, CancellationToken cancellationToken);

    /// <param name="what">Said on top of the page: phrase <c>done.{what}</c>.</param>
    /// <param name="part">Of the page, by its id, where the reader goes on.</param>
    protected IActionResult Finish(string what, string? part = null)
    {
        TempData["Done"] = what;
        return Redirect(part is null ? View.Address : $"{View.Address}#{part}");
    }

    /// <summary>The page again, as it is now, with what was typed in the form that was refused.</summary>
    protected async Task<IActionResult> RefuseAsync(
        string form, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        await LoadAsync(View.Visit.Id, cancellationToken);
        View = View with { Refused = form, Typed = typed, IsStale = refusals.Any(r => r.Kind == RefusalKind.Conflict) };
        ModelState.Clear();
        return this.With([.. refusals.Select(r => r with { Field = r.Field is null || VisitFields.Find(r.Field) is not null ? r.Field : $"{form}_{r.Field}" })], phrases);
    }

    /// <summary>What stands in these fields of the form that was sent.</summary>
    protected IReadOnlyDictionary<string, string> Sent(params IEnumerable<string> fields) =>
        fields.Where(f => Request.Form.ContainsKey(f)).ToDictionary(f => f, f => string.Join(' ', Request.Form[f].AsEnumerable()));
}
