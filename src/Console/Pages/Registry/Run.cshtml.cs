using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Security;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Registry;

/// <summary>One list on its way in: which column is what, what the check found, how far it has come, and the way back.</summary>
[Permits(Permission.ImportRegistry)]
public sealed class ImportRunPage(ImportQueries imports, RegistryQueries registry, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    private const int MostWrong = 50;
    private const int LongNumber = 12;
    private const int Shown = 4;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? AsOf { get; set; }

    /// <summary>Field → its place in the rows; empty where the list has no such column.</summary>
    [BindProperty]
    public Dictionary<string, string?> Columns { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public ImportSheet Sheet { get; private set; } = null!;

    public ImportRun Run => Sheet.Run;

    /// <summary>Null where nobody needs to see any more what the rows look like.</summary>
    public ImportSample? Sample { get; private set; }

    /// <summary>The first rows that would be left out.</summary>
    public IReadOnlyList<WrongRow> Wrong { get; private set; } = [];

    /// <summary>The list that people are looked for in instead; null where this one is the newest, or nobody has said which it is.</summary>
    public RegistrySnapshot? Newer { get; private set; }

    public IEnumerable<SelectListItem> Sources => Enum.GetValues<RegistrySource>().Select(s => new SelectListItem(phrases[$"registry.source.{Codes.Of(s)}"], Codes.Of(s)))
        .Prepend(new SelectListItem(phrases["form.choose"], ""));

    /// <summary>Whether somebody says now what the columns are.</summary>
    public bool IsAsked => Run.State == ImportState.Uploaded;

    /// <summary>That the data are of, once somebody has said.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Run.Term(RegistryImport.AsOf), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Of the step at hand, 0 to 100; null while nobody knows how many rows there are.</summary>
    public int? Percent => Run.State switch
    {
        ImportState.Storing when Run.Rows > 0 => (int)(100L * Run.Position / Run.Rows),
        ImportState.TakingBack when Run.Rows > 0 => (int)(100L * (Run.Rows - Run.StoredRows) / Run.Rows),
        _ => null,
    };

    /// <summary>Those that were recognised, and those without which nobody is found.</summary>
    public IEnumerable<ImportColumn> Likely => RegistryColumns.All.Where(IsLikely);

    public IEnumerable<ImportColumn> Unlikely => RegistryColumns.All.Where(column => !IsLikely(column));

    public IEnumerable<SelectListItem> Places(string field)
    {
        var chosen = Chosen(field);
        var headings = Sample?.Headings ?? [];
        return headings.Select((heading, at) => new SelectListItem(heading.Length > 0 ? heading : phrases.Get("import.column.nth", ("number", at + 1)), Text(at), chosen == at))
            .Prepend(new SelectListItem(phrases["import.column.none"], "", chosen is null));
    }

    /// <summary>Nobody needs whole numbers to know which column they stand in.</summary>
    public static string Masked(string cell) => cell.Length >= LongNumber && cell.All(char.IsAsciiDigit) ? new string('•', cell.Length - Shown) + cell[^Shown..] : cell;

    public string Words(Refusal problem) => phrases.Get($"refusal.{problem.Code}", [.. problem.Values.Select(v => (v.Key, (object?)v.Value))]);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (Source, AsOf) = (Run.Term(RegistryImport.Source), Run.Term(RegistryImport.AsOf));
        return Page();
    }

    public Task<IActionResult> OnPostCheckAsync(Guid id, CancellationToken cancellationToken)
    {
        var columns = Columns.Where(c => int.TryParse(c.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)).ToDictionary(c => c.Key, c => int.Parse(c.Value!, CultureInfo.InvariantCulture));
        var terms = new Dictionary<string, string> { [RegistryImport.Source] = Source ?? "", [RegistryImport.AsOf] = AsOf ?? "" };
        return DoAsync<CheckImport>(id, (act, by, cancel) => act.DoAsync(new(new(id, Version), columns, terms), viewer.Scope, by, cancel), cancellationToken);
    }

    public Task<IActionResult> OnPostStoreAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync<StoreImport>(id, (act, by, cancel) => act.DoAsync(new(id, Version), viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostGiveUpAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync<EndImport>(id, (act, by, cancel) => act.DoAsync(new(id, Version), Reason, viewer.Scope, by, cancel), cancellationToken);

    /// <summary>The rows that are left out, as they stand in the file, with a column that says what to mend.</summary>
    public async Task<IActionResult> OnPostWrongAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, viewer.Scope, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        if (sheet.Run.Wrong == 0 || imports.Sample(sheet.Run) is not { } sample)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }

        await boundary.ShowAsync(new Unseen<ImportSample>(sample, new View("import.wrong_taken", "import", id)), cancellationToken);
        return new WrongRowsResult(sample.Headings, imports.Wrong(sheet.Run), problem => $"{phrases[$"import.column.{problem.Field ?? "row"}"]}: {Words(problem)}", phrases["import.to_mend"]);
    }

    private async Task<IActionResult> DoAsync<TAct>(Guid id, Func<TAct, Provenance, CancellationToken, Task<Outcome<ImportRun>>> act, CancellationToken cancellationToken)
        where TAct : notnull
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.GetFieldValidationState(nameof(Version)) == ModelValidationState.Invalid)
        {
            return BadRequest();
        }

        var outcome = await boundary.RunAsync(act, cancellationToken);
        if (outcome.Succeeded)
        {
            return RedirectToPage("/Registry/Run", new { id });
        }

        await LoadAsync(id, cancellationToken);
        return this.With([.. outcome.Refusals.Select(Named)], phrases);
    }

    private static Refusal Named(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            RegistryImport.AsOf => nameof(AsOf),
            RegistryImport.Source => nameof(Source),
            { } field when RegistryColumns.All.Any(c => c.Code == field) => $"Columns[{field}]",
            var other => other,
        },
    };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, viewer.Scope, cancellationToken) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        if (IsAsked && imports.Sample(sheet.Run) is { } sample)
        {
            Sample = await boundary.ShowAsync(new Unseen<ImportSample>(sample, new View("import.viewed", "import", id)), cancellationToken);
        }

        if (sheet.Run.State is ImportState.Checked or ImportState.Stored && Day is { } day && Codes.TryParse<RegistrySource>(Run.Term(RegistryImport.Source), out var source))
        {
            Newer = await registry.NewerAsync(Run.RegencyCode, source, day, cancellationToken);
        }

        if (sheet.Run is { State: ImportState.Checked, Wrong: > 0 })
        {
            Wrong = [.. imports.Wrong(sheet.Run).Take(MostWrong)];
        }

        return true;
    }

    private bool IsLikely(ImportColumn column) => Run.Places.ContainsKey(column.Code)
        || column.Code is RegistryColumns.NationalId or RegistryColumns.FamilyCard or RegistryColumns.Name or RegistryColumns.Village;

    private int? Chosen(string field) => Columns.Count > 0
        ? int.TryParse(Columns.GetValueOrDefault(field), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null
        : Run.Places.TryGetValue(field, out var place) ? place : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
