using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Settings;

/// <summary>The duty list: whom staff call in an emergency, where and when; who put them there and why.</summary>
[Permits(Permission.ManageSettings)]
public sealed class DutyPage(
    DutyQueries duties, SettingQueries settings, SettingForms forms, Boundary boundary, Viewer viewer, TimeProvider clock, Phrases phrases) : PageModel
{
    /// <summary>Of the entry that is made or removed.</summary>
    [BindProperty, BindRequired]
    public Guid Key { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Why somebody is taken off.</summary>
    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<DutyRow> Rows { get; private set; } = [];

    public IReadOnlyList<DecidedSetting> Log { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>Whose removal was refused, with what was typed; null for none.</summary>
    public Guid? Refused { get; private set; }

    /// <summary>Of a new entry: kept when the form comes back, so that it is made once.</summary>
    public Guid NewKey { get; private set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task OnGetAsync(CancellationToken cancellationToken) => LookAsync(SequentialId.Next(Now), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Key == Guid.Empty)
        {
            return BadRequest();
        }

        var (from, to) = (SettingForms.Day(From), SettingForms.Day(To));
        if ((from is null && !string.IsNullOrWhiteSpace(From)) || (to is null && !string.IsNullOrWhiteSpace(To)))
        {
            return await AgainAsync([new Refusal("setting_unread", from is null && !string.IsNullOrWhiteSpace(From) ? "from" : "to")], cancellationToken);
        }

        var wanted = new DutyWanted(Key, Area, Person, Name, Phone, from, to, Hours, Reason);
        var outcome = await boundary.RunAsync<AddDuty, Done>((act, by, cancel) => act.DoAsync(wanted, viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded ? Saved("duty_added") : await AgainAsync(outcome.Refusals, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<RemoveDuty, Done>((act, by, cancel) => act.DoAsync(new(Key, Why), viewer.Scope, by, cancel), cancellationToken);
        // Pressed twice, or a colleague was faster: it is as was wanted.
        if (outcome.Succeeded || outcome.Refusals.All(r => r.Code == "already_done"))
        {
            return Saved("duty_removed");
        }

        Refused = Key;
        return await AgainAsync([.. outcome.Refusals.Select(r => r with { Field = r.Field is null ? null : nameof(Why) })], cancellationToken);
    }

    private RedirectToPageResult Saved(string done)
    {
        TempData["Done"] = done;
        return RedirectToPage("/Settings/Duty");
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (refusals.Any(r => r.Kind is RefusalKind.NotFound or RefusalKind.Forbidden))
        {
            return this.With(refusals, phrases);
        }

        await LookAsync(Refused is null ? Key : SequentialId.Next(Now), cancellationToken);
        return this.With([.. refusals.Select(r => r with { Field = r.Field is { Length: > 0 } field ? char.ToUpperInvariant(field[0]) + field[1..] : null })], phrases);
    }

    private async Task LookAsync(Guid key, CancellationToken cancellationToken)
    {
        NewKey = key;
        Rows = await duties.ListAsync(viewer.Scope, Now, cancellationToken);
        Areas = [new(phrases["form.choose"], ""), .. forms.Areas(code => viewer.Scope.MayIn(Permission.ManageSettings, code), false, Area)];
        People =
        [
            new(phrases["duty.without_account"], ""),
            .. (await duties.ColleaguesAsync(viewer.Scope, cancellationToken)).Select(c => new SelectListItem(c.Name, c.Id.ToString(), c.Id == Person)),
        ];
        var lines = forms.Log(await settings.LogAsync(SettingGroup.Duty, cancellationToken));
        var names = await duties.NamesAsync(lines.Select(l => l.Line.Key.Code), cancellationToken);
        Log = [.. lines.Select(l => names.TryGetValue(l.Line.Key.Code, out var name) ? l with { Label = $"{name} · {l.Label}" } : l)];
    }
}

/// <summary>The form that takes somebody off the list.</summary>
/// <param name="Id">Of the entry.</param>
public sealed record DutyOffForm(Guid Id, string? Why);
