using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tellings;

namespace SlrtBot.Console.Pages.Tellings;

/// <summary>The news that wait to be carried, as a list to print and take along.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class ListTellingsPage(TellingQueries tellings, Boundary boundary, Viewer viewer) : PageModel
{
    public IReadOnlyList<TellingSheet> Sheets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var sheets = new List<TellingSheet>();
        foreach (var waiting in await tellings.WaitingAsync(viewer.Scope, cancellationToken))
        {
            sheets.Add(await boundary.ShowAsync(waiting, cancellationToken));
        }

        Sheets = sheets;
    }
}
