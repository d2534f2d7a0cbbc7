using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Settings;

/// <summary>What an office may settle by itself, and what was decided last.</summary>
[Permits(Permission.ManageSettings)]
public sealed class SettingsPage(SettingQueries settings, SettingForms forms, SettledValues settled, DutyQueries duties, Holidays holidays, ServiceZone zone) : PageModel
{
    public IReadOnlyList<DecidedSetting> Log { get; private set; } = [];

    public IEnumerable<(SettingGroup Group, int Settled)> Groups { get; private set; } = [];

    /// <summary>Years whose days off nobody has compared with the joint decree; promises reach into them.</summary>
    public IEnumerable<int> Unchecked => new[] { zone.Today.Year, zone.Today.AddMonths(3).Year }.Distinct()
        .Where(year => !holidays.IsChecked(year) && settled.Find(CalendarSettings.Decree + year) is null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var onDuty = await duties.CountAsync(cancellationToken);
        Groups = [.. Enum.GetValues<SettingGroup>().Select(group => (group, group == SettingGroup.Duty ? onDuty : settled.Now.Keys.Count(key => SettingCatalogue.Find(key.Code)?.Group == group)))];
        Log = forms.Log(await settings.LogAsync(null, cancellationToken));
    }
}
