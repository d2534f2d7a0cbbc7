using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Forms;
using SlrtBot.Console.Security;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Review and analysis writes down what the poverty data say about somebody, and which needs there are.</summary>
[Permits(Permission.AnalyseComplaints)]
public sealed class AnalysePage(SheetLoader sheets, CheckQueries checks, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    public SheetModel Sheet { get; private set; } = null!;

    /// <summary>What the poverty data said when somebody looked last; null while nobody has.</summary>
    public LastCheck? Check { get; private set; }

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
        Check = await checks.LastAsync(sheet.Complaint, cancellationToken);
        var before = sheet.Products.LastOrDefault(p => p is { Kind: ProductKind.Analysis, IsValid: true });
        Show(sheet, before?.Values.ToDictionary(v => v.Field.Code, v => v.Value) ?? AsChecked());
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

        Check = await checks.LastAsync(sheet.Complaint, cancellationToken);
        Show(sheet, entered);
        return this.With([.. outcome.Refusals.Select(ProductForm.Named)], phrases);
    }

    /// <summary>What the check says already; the needs are for a person to see.</summary>
    private Dictionary<string, string> AsChecked() => Check?.Check is not { Source: { } source, AsOf: { } day } check ? [] : new()
    {
        [ProductFields.Data] = Codes.Of(check.Outcome),
        [ProductFields.Source] = Codes.Of(source),
        [ProductFields.DataOn] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private void Show(SheetModel sheet, IReadOnlyDictionary<string, string> values) =>
        (Sheet, Fields) = (sheet, [.. ProductForm.Of(ProductKind.Analysis, values, "")]);
}
