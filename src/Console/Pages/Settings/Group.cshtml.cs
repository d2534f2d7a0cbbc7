using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Settings;

/// <summary>One group of settings: each with its value, the form that changes it and, below, who decided what and why.</summary>
[Permits(Permission.ManageSettings)]
public sealed class SettingGroupPage(
    SettingQueries settings, SettingForms forms, SettledValues settled, Holidays holidays, AreaCatalogue areas, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases) : PageModel
{
    private const int YearsAhead = 3;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Empty for the whole installation.</summary>
    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The newest decision that was on the screen; missing where the value itself was not.</summary>
    [BindProperty]
    public Guid? Seen { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    public SettingGroup Group { get; private set; }

    public IReadOnlyList<SettingForm> Forms { get; private set; } = [];

    /// <summary>The one whose values are shown; null for the list of all.</summary>
    public ComplaintCategory? Category { get; private set; }

    public IReadOnlyList<CategoryRow> Categories { get; private set; } = [];

    public IReadOnlyList<DayOffRow> DaysOff { get; private set; } = [];

    public IReadOnlyList<DecidedSetting> Log { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public int Year { get; private set; }

    public IEnumerable<int> Years => Enumerable.Range(zone.Today.Year, YearsAhead);

    /// <summary>What is settled for all may be changed.</summary>
    public bool MayAll { get; private set; }

    /// <summary>The days of the year were compared with the joint decree: by the table, or by somebody here.</summary>
    public bool IsChecked { get; private set; }

    public string Label(SettingKey key) => forms.Label(key);

    public Task<IActionResult> OnGetAsync(string group, int? year, string? of, CancellationToken cancellationToken)
    {
        // A year that is none leads to the usual one.
        ModelState.Clear();
        return ShowAsync(group, year, of, cancellationToken);
    }

    /// <summary>A value, changed or taken back.</summary>
    public Task<IActionResult> OnPostAsync(string group, int? year, string? of, bool back, CancellationToken cancellationToken) =>
        SettleAsync(group, year, of, new(new(Code ?? "", Area ?? ""), back ? null : Value ?? "", Reason, Seen), cancellationToken);

    /// <summary>A day off beside those of the table.</summary>
    public Task<IActionResult> OnPostDayAsync(string group, int? year, CancellationToken cancellationToken)
    {
        var day = SettingForms.Day(Day);
        var name = Value?.Trim() ?? "";
        var known = Codes.TryParse<DayOffKind>(Kind, out var kind);
        var wrong = new List<Refusal>();
        if (day is null || !Years.Contains(day.Value.Year) || day < zone.Today)
        {
            wrong.Add(new Refusal(day is null ? "required" : "day_out_of_reach", "day"));
        }

        if (!known)
        {
            wrong.Add(new Refusal("required", "kind"));
        }

        if (name.Length is 0 or > DayOff.LongestName)
        {
            wrong.Add(new Refusal(name.Length == 0 ? "required" : "too_long", "value"));
        }

        return wrong.Count > 0
            ? RefuseAsync(group, year, null, wrong, cancellationToken)
            : SettleAsync(group, day!.Value.Year, null, new(new(CalendarSettings.Of(day.Value), Area ?? ""), new DayOff(kind, name).ToString(), Reason, null), cancellationToken);
    }

    private async Task<IActionResult> SettleAsync(string group, int? year, string? of, SettingWanted wanted, CancellationToken cancellationToken)
    {
        if (!Codes.TryParse<SettingGroup>(group, out var asked) || SettingCatalogue.Find(wanted.Key.Code)?.Group != asked)
        {
            return NotFound();
        }

        var outcome = await boundary.RunAsync<ChangeSetting, Done>((act, by, cancel) => act.DoAsync(wanted, viewer.Scope, by, cancel), cancellationToken);
        // Pressed twice: it is as was wanted.
        if (!outcome.Succeeded && !outcome.Refusals.All(r => r.Code == "already_done"))
        {
            return await RefuseAsync(group, year, of, outcome.Refusals, cancellationToken);
        }

        TempData["Done"] = "setting";
        return RedirectToPage("/Settings/Group", new { group, year, of });
    }

    private async Task<IActionResult> RefuseAsync(string group, int? year, string? of, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken) =>
        await ShowAsync(group, year, of, cancellationToken) is PageResult
            ? this.With([.. refusals.Select(r => r with { Field = r.Field is { Length: > 0 } field ? char.ToUpperInvariant(field[0]) + field[1..] : null })], phrases)
            : NotFound();

    private async Task<IActionResult> ShowAsync(string group, int? year, string? of, CancellationToken cancellationToken)
    {
        Category = of is null ? null : ComplaintCategory.All.FirstOrDefault(c => c.Code == of);
        if (!Codes.TryParse<SettingGroup>(group, out var found) || (of is not null && (Category is null || found != SettingGroup.Categories)))
        {
            return NotFound();
        }

        Group = found;
        MayAll = ChangeSetting.ReachesAll(viewer.Scope, areas);
        var decided = await settings.OfAsync(found, cancellationToken);
        Forms = [.. forms.Of(found, Category, decided).Select(Open)];
        Log = forms.Log(await settings.LogAsync(found, cancellationToken));
        Categories = found == SettingGroup.Categories && Category is null ? forms.Categories() : [];
        if (found is SettingGroup.Hours or SettingGroup.DaysOff)
        {
            Areas = [.. forms.Areas(code => viewer.Scope.MayIn(Permission.ManageSettings, code), MayAll && found == SettingGroup.DaysOff, Area)];
        }

        if (found == SettingGroup.DaysOff)
        {
            Year = year is { } asked && Years.Contains(asked) ? asked : zone.Today.Year;
            Kinds = [.. Enum.GetValues<DayOffKind>().Select(kind => new SelectListItem(phrases[$"day_off.{Codes.Of(kind)}"], Codes.Of(kind), Codes.Of(kind) == Kind))];
            IsChecked = holidays.IsChecked(Year) || settled.Find(CalendarSettings.Decree + Year) is not null;
            DaysOff = [.. DayOffRow.Of(Year, holidays, settled).Select(row => row with { LastDecision = decided.GetValueOrDefault(row.Key)?.LastDecision ?? Guid.Empty, MayChange = May(row.Key.Area) && row.Date >= zone.Today })];
        }

        return Page();
    }

    private bool May(string area) => area.Length == 0 ? MayAll : viewer.Scope.MayIn(Permission.ManageSettings, area);

    private SettingForm Open(SettingForm form) => form with
    {
        MayChange = May(form.Key.Area),
        IsOpen = Code == form.Key.Code && (Area ?? "") == form.Key.Area,
        Value = Code == form.Key.Code && (Area ?? "") == form.Key.Area ? Value : form.Value,
        Reason = Code == form.Key.Code && (Area ?? "") == form.Key.Area ? Reason : null,
    };
}
