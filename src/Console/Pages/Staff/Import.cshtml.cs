using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Forms;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>
/// Many accounts from a list: looked at first, with what is wrong in each line; made only when somebody says so. Between the
/// two the list lies in the page alone, and is checked again.
/// </summary>
[Permits(Permission.ManageStaff)]
public sealed class ImportStaffPage(
    CheckStaffList check, Invites invites, AreaCatalogue areas, Boundary boundary, Viewer viewer, OwnPassword passwords, TimeProvider clock, Phrases phrases) : PageModel
{
    public const int MostShown = 300;

    private const string ProblemColumn = "problem";

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Copied out of a spreadsheet.</summary>
    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>The list that was looked at, in base 64.</summary>
    [BindProperty]
    public string? List { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Of who decides, where that is asked; never shown again.</summary>
    [BindProperty]
    public string? OwnPassword { get; set; }

    public bool AsksPassword => passwords.IsAsked;

    /// <summary>Null until a list was looked at.</summary>
    public IReadOnlyList<CheckedLine>? Lines { get; private set; }

    /// <summary>Null until the accounts were made, and for ever after this answer.</summary>
    public IReadOnlyList<Invite>? Made { get; private set; }

    public int Wrong => Lines?.Count(l => l.Problems.Count > 0) ?? 0;

    public string AreaOf(string code) => areas.Path(code);

    public string Words(Refusal problem) => phrases.Get($"refusal.{problem.Code}", [.. problem.Values.Select(v => (v.Key, (object?)v.Value))]);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is { Length: > CheckStaffList.Largest })
        {
            return this.With([new Refusal("list_too_large", nameof(Upload))], phrases);
        }

        var bytes = await ReadAsync(cancellationToken);
        return bytes.Length == 0 ? this.With([new Refusal("required", nameof(Upload))], phrases) : await LookAsync(bytes, cancellationToken);
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        if (Carried() is not { } bytes)
        {
            return BadRequest();
        }

        if (await passwords.TakeAsync(OwnPassword, cancellationToken) is { } wrong)
        {
            await LookAsync(bytes, cancellationToken);
            return this.Wait(wrong.WaitUntil, nameof(OwnPassword), "refusal.own_password_wrong", clock, phrases);
        }

        var outcome = await boundary.RunAsync<ImportStaff, IReadOnlyList<StaffAdded>>(
            (act, by, cancel) => act.DoAsync(bytes, Reason, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            Made = [.. outcome.Value.Select(invites.Of)];
            return Page();
        }

        // What changed since the list was looked at stands in its line.
        var again = await LookAsync(bytes, cancellationToken);
        return outcome.Refusals.FirstOrDefault(r => r.Field is "reason" or "own_password") is { } reason ? this.With(AccountLoader.Named([reason]), phrases)
            : Wrong > 0 ? this.Again() : again;
    }

    /// <summary>The same list with a column that says what is wrong, for whoever mends it.</summary>
    public async Task<IActionResult> OnPostErrorsAsync(CancellationToken cancellationToken)
    {
        if (Carried() is not { } bytes || await check.ReadAsync(bytes, viewer.Scope, cancellationToken) is not { Succeeded: true } lines)
        {
            return BadRequest();
        }

        using var text = new StringWriter();
        var columns = lines.Value[0].Line.Row.Keys.Where(c => c != ProblemColumn).ToList();
        await using (var csv = CsvWriter.Create(text, new CsvWriterOptions(), leaveOpen: true))
        {
            csv.WriteRecord([.. columns, ProblemColumn]);
            foreach (var line in lines.Value)
            {
                csv.WriteRecord([.. columns.Select(c => SheetCell.Plain(line.Line.Row[c])), string.Join("; ", line.Problems.Select(p => $"{p.Field}: {Words(p)}"))]);
            }
        }

        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv", "staff.csv");
    }

    private async Task<IActionResult> LookAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var lines = await check.ReadAsync(bytes, viewer.Scope, cancellationToken);
        if (!lines.Succeeded)
        {
            foreach (var refusal in lines.Refusals)
            {
                // Of a list that cannot be read the field is the line: "line 3, area".
                var line = refusal.Field?.Replace("line", phrases["accounts.import.line"], StringComparison.Ordinal);
                ModelState.AddModelError(nameof(Upload), line is null ? Words(refusal) : $"{line}: {Words(refusal)}");
            }

            return this.Again();
        }

        (Lines, List) = (lines.Value, Convert.ToBase64String(bytes));
        // A hidden field shows what was sent, not what is set here, unless what was sent is forgotten.
        ModelState.Remove(nameof(List));
        return Page();
    }

    private async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        if (Upload is null)
        {
            return Encoding.UTF8.GetBytes(Pasted?.Trim() ?? string.Empty);
        }

        using var read = new MemoryStream();
        await Upload.CopyToAsync(read, cancellationToken);
        return read.ToArray();
    }

    private byte[]? Carried()
    {
        var bytes = new byte[CheckStaffList.Largest];
        return !string.IsNullOrEmpty(List) && Convert.TryFromBase64String(List, bytes, out var length) ? bytes[..length] : null;
    }
}
