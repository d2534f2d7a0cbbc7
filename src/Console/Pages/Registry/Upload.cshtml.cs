using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Forms;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Registry;

/// <summary>A list of the poverty data is handed in; the next page asks what its columns are.</summary>
[Permits(Permission.ImportRegistry)]
[StreamedUpload(ImportFiles.Largest)]
public sealed class UploadListPage(TakeList take, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    /// <summary>Those that the reader may bring lists in for.</summary>
    public IReadOnlyList<string> Regencies => [.. areas.Regencies.Where(r => viewer.Scope.MayIn(Permission.ImportRegistry, r))];

    [BindProperty]
    public string? Regency { get; set; }

    public IActionResult OnGet() => Regencies.Count == 0 ? StatusCode(StatusCodes.Status403Forbidden) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (StreamedUploadAttribute.FileOf(HttpContext) is not { } file)
        {
            return this.With([new Refusal("import_no_file", "file")], phrases);
        }

        var outcome = await take.StartAsync(
            file.Content, kept => boundary.RunAsync<StartImport, ImportRun>(
                (act, by, cancel) => act.DoAsync(new(kept, ImportKind.Registry, Regency ?? "", file.Name), viewer.Scope, by, cancel), cancellationToken),
            boundary.By.At, cancellationToken);
        return outcome.Succeeded ? RedirectToPage("/Registry/Run", new { id = outcome.Value.Id }) : this.With([.. outcome.Refusals], phrases);
    }
}
