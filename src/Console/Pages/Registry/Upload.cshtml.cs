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
public sealed class UploadListPage(ImportFiles files, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    /// <summary>Those that the reader may bring lists in for.</summary>
    public IReadOnlyList<string> Regencies => [.. areas.Regencies.Where(r => viewer.Scope.MayIn(Permission.ImportRegistry, r))];

    [BindProperty]
    public string? Regency { get; set; }

    /// <summary>Made with the form, so that a double press takes one file in.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    public IActionResult OnGet()
    {
        if (Regencies.Count == 0)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Key = SequentialId.Next(boundary.By.At);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (StreamedUploadAttribute.FileOf(HttpContext) is not { } file)
        {
            return Refuse(new Refusal("import_no_file", "file"));
        }

        if (Key == Guid.Empty)
        {
            return BadRequest();
        }

        Outcome<ImportRun> outcome;
        try
        {
            var kept = await files.KeepAsync(Key, file.Content, cancellationToken);
            outcome = await boundary.RunAsync<StartImport, ImportRun>(
                (act, by, cancel) => act.DoAsync(new(kept, ImportKind.Registry, Regency ?? "", file.Name), viewer.Scope, by, cancel), cancellationToken);
        }
        catch (UnreadableListException unreadable)
        {
            outcome = unreadable.Refusal;
        }

        if (outcome.Succeeded)
        {
            return RedirectToPage("/Registry/Run", new { id = outcome.Value.Id });
        }

        files.Delete(Key);
        return Refuse([.. outcome.Refusals]);
    }

    private IActionResult Refuse(params Refusal[] refusals)
    {
        Key = SequentialId.Next(boundary.By.At);
        ModelState.Remove(nameof(Key));
        return this.With(refusals, phrases);
    }
}
