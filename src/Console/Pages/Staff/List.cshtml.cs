using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Who works in the reader's area, and the desks at which nobody does.</summary>
[Permits(Permission.ManageStaff)]
public sealed class ListStaffPage(AccountList accounts, EmptyDesks desks, AreaCatalogue areas, Viewer viewer, ServiceZone zone) : PageModel
{
    public const int MostDesks = 20;

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public AccountsShown Shown => Codes.TryParse<AccountsShown>(State, out var shown) ? shown : AccountsShown.Active;

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public int Count { get; private set; }

    public DeskGaps Gaps { get; private set; } = new([], 0);

    public IReadOnlyList<Area> Districts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var reach = viewer.Scope.AreasFor(Permission.ManageStaff);
        Districts = [.. areas.Regencies.SelectMany(areas.Districts).Where(d => reach.Any(a => AreaCode.Contains(a, d.Code)))];
        var text = Text is { Length: > 100 } ? Text[..100] : Text;
        var filter = new AccountFilter(text, Codes.TryParse<Role>(Role, out var role) ? role : null, Area, Shown, PageNumber);
        (Rows, HasMore) = await accounts.PageAsync(filter, viewer.Scope, zone.Today, cancellationToken);
        Count = await accounts.CountAsync(filter, viewer.Scope, zone.Today, cancellationToken);
        Gaps = await desks.FindAsync(reach, zone.Today, cancellationToken);
    }
}
