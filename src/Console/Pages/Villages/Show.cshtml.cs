using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Villages;

namespace SlrtBot.Console.Pages.Villages;

/// <summary>One village: what hangs on it, what was decided about it, and the forms that decide: renamed, merged, split, put on the map.</summary>
[Permits(Permission.ManageStaff)]
public sealed class ShowVillagePage(VillageQueries villages, PrepareAreas prepare, AreaCatalogue areas, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases) : PageModel
{
    [BindProperty]
    public RenameForm Rename { get; set; } = new();

    [BindProperty]
    public EndForm End { get; set; } = new();

    [BindProperty]
    public SplitForm Split { get; set; } = new();

    [BindProperty]
    public PointForm Point { get; set; } = new();

    [BindProperty]
    public TakeBackForm Back { get; set; } = new();

    /// <summary>The newest decision that was on the screen.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    public VillageSheet Sheet { get; private set; } = null!;

    public VillagePreview? Preview { get; private set; }

    /// <summary>The form that was sent: it stands open.</summary>
    public string? Open { get; private set; }

    public bool IsStale { get; private set; }

    public DateOnly Today => zone.Today;

    public IEnumerable<SelectListItem> Successors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken) => await LoadAsync(code, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostRenameAsync(string code, CancellationToken cancellationToken) => DoAsync<RenameVillage>(
        code, "rename", Rename, (act, by, cancel) => act.DoAsync(new(new(code, Seen), Rename.Name, Rename.Date, Rename.Reason), viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostPointAsync(string code, CancellationToken cancellationToken) => DoAsync<SetVillagePoint>(
        code, "point", Point, (act, by, cancel) => act.DoAsync(new(new(code, Seen), Point.Pin, Point.Reason), viewer.Scope, by, cancel), cancellationToken);

    public Task<IActionResult> OnPostBackAsync(string code, CancellationToken cancellationToken) => DoAsync<TakeBackDecision>(
        code, "back", Back, (act, by, cancel) => act.DoAsync(new(new(code, Seen), Back.Decision, Back.Reason), viewer.Scope, by, cancel), cancellationToken);

    public async Task<IActionResult> OnPostEndAsync(string code, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        if (End.Sure)
        {
            return await DoAsync<EndVillage>(code, "end", End, (act, by, cancel) => act.DoAsync(End.ToInput(new(code, Seen)), viewer.Scope, by, cancel), cancellationToken);
        }

        var outcome = await boundary.RunAsync<EndVillage, Area>((act, by, cancel) => act.ProblemsAsync(End.ToInput(new(code, Seen)), viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded
            ? await PreviewAsync(code, "end", End, [End.Successor!], cancellationToken)
            : await RefuseAsync(code, "end", End, outcome.Refusals, cancellationToken);
    }

    public async Task<IActionResult> OnPostSplitAsync(string code, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        if (Split.Sure)
        {
            return await DoAsync<SplitVillage>(code, "split", Split, (act, by, cancel) => act.DoAsync(Split.ToInput(new(code, Seen)), viewer.Scope, by, cancel), cancellationToken);
        }

        var outcome = await boundary.RunAsync<SplitVillage, (Area Village, IReadOnlyList<Area> Made)>(
            (act, by, cancel) => act.ProblemsAsync(Split.ToInput(new(code, Seen)), viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded
            ? await PreviewAsync(code, "split", Split, [.. outcome.Value.Made.Select(m => m.Code)], cancellationToken)
            : await RefuseAsync(code, "split", Split, outcome.Refusals, cancellationToken);
    }

    private async Task<IActionResult> DoAsync<TAct>(
        string code, string form, VillageForm typed, Func<TAct, Provenance, CancellationToken, Task<Outcome<Done>>> act, CancellationToken cancellationToken)
        where TAct : notnull
    {
        if (!ModelState.IsValid)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var outcome = await boundary.RunAsync(act, cancellationToken);
        if (!outcome.Succeeded)
        {
            return await RefuseAsync(code, form, typed, outcome.Refusals, cancellationToken);
        }

        await prepare.LoadAsync(cancellationToken);
        TempData["Done"] = $"village_{form}";
        return Redirect($"/areas/{code}");
    }

    private async Task<IActionResult> PreviewAsync(string code, string form, FarReachingForm typed, IReadOnlyList<string> to, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(code, cancellationToken))
        {
            return NotFound();
        }

        (Open, Preview) = (form, await villages.PreviewAsync(Sheet, typed.Roles, to, boundary.By, cancellationToken));
        return Page();
    }

    private async Task<IActionResult> RefuseAsync(string code, string form, VillageForm typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(code, cancellationToken))
        {
            return NotFound();
        }

        Open = form;
        IsStale = refusals.Any(r => r.Code is "stale" or "village_ended");
        var prefix = char.ToUpperInvariant(form[0]) + form[1..];
        var unread = typed.Date is null && !string.IsNullOrWhiteSpace(typed.Day);
        // What comes back is decided on what it shows now.
        ModelState.Clear();
        Seen = Sheet.LastDecision;
        return this.With(
            [
                .. refusals.Select(r => r.Field == "day" && r.Code == "required" && unread ? new Refusal("day_unclear", "day") : r)
                    .Select(r => r with { Field = r.Field is { Length: > 0 } field ? $"{prefix}.{char.ToUpperInvariant(field[0])}{field[1..]}" : null }),
            ],
            phrases);
    }

    private async Task<bool> LoadAsync(string code, CancellationToken cancellationToken)
    {
        if (await villages.FindAsync(code, viewer.Scope, boundary.By, cancellationToken) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        var groups = new Dictionary<string, SelectListGroup>();
        Successors = [new(phrases["form.choose"], ""), .. OwnVillages().Select(v => new SelectListItem(AreaTitle.Of(v), v.Code, v.Code == End.Successor) { Group = GroupOf(v) })];
        return true;

        SelectListGroup GroupOf(Area village) => groups.TryGetValue(village.ParentCode!, out var group)
            ? group
            : groups[village.ParentCode!] = new SelectListGroup { Name = areas.Label(village.ParentCode!) };
    }

    /// <summary>Of the same sub-district first: that is where most are merged.</summary>
    private IEnumerable<Area> OwnVillages() => areas.Districts(AreaCode.RegencyOf(Sheet.Village.Code)!)
        .OrderBy(d => d.Code != Sheet.Village.ParentCode).SelectMany(d => areas.Villages(d.Code))
        .Where(v => v.Code != Sheet.Village.Code && viewer.Scope.MayIn(VillageReach.Permit, v.Code));
}
