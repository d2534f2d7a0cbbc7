using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Forms;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Review and analysis writes down what the poverty data say about somebody, and which needs there are.</summary>
[Permits(Permission.AnalyseComplaints)]
public sealed class AnalysePage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    /// <summary>With what the newest one that counts says, or what was entered now.</summary>
    public IReadOnlyList<WrittenFieldForm> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        if (!sheet.MayAnalyse)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }

        Key = sheet.NewKey();
        Show(sheet, sheet.Products.LastOrDefault(p => p is { Kind: ProductKind.Analysis, IsValid: true })?.Values.ToDictionary(v => v.Field.Code, v => v.Value) ?? []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (await sheets.LoadAsync(reference, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var entered = ProductForm.Read(Request.Form);
        var outcome = await boundary.RunAsync<RecordAnalysis, Product>(
            (act, by, cancel) => act.DoAsync(new(Key, sheet.Complaint.Id, entered), viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "analysed";
            return RedirectToPage("/Complaints/Show", null, new { reference }, "products");
        }

        Show(sheet, entered);
        return this.With([.. outcome.Refusals.Select(ProductForm.Named)], phrases);
    }

    private void Show(SheetModel sheet, IReadOnlyDictionary<string, string> values) =>
        (Sheet, Fields) = (sheet, [.. ProductForm.Of(ProductKind.Analysis, values, "")]);
}
