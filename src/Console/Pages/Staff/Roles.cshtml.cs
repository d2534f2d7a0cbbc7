using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Which roles somebody holds where: some are kept, some are given.</summary>
[Permits(Permission.ManageStaff)]
public sealed class ChangeRolesPage(AccountLoader accounts, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public Guid Seen { get; set; }

    [BindProperty]
    public List<Guid> Keep { get; set; } = [];

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public string? AreaText { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AccountPage Account { get; private set; } = null!;

    public AreaChoice Choice => AreaChoice.Of(AreaText, Area, viewer.Scope, areas);

    /// <summary>A deputy's days are ended where they were given.</summary>
    public IEnumerable<StaffRole> Lasting => Account.Staff.Roles.Where(r => !r.IsDeputy).OrderBy(r => r.Role).ThenBy(r => r.AreaCode, StringComparer.Ordinal);

    public bool IsKept(StaffRole role) => HttpMethods.IsGet(Request.Method) || Keep.Contains(role.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Wanted.Of(Roles, Choice) is not { Succeeded: true } add)
        {
            return await FindAsync(id, cancellationToken) ? this.With(AccountLoader.Named(Wanted.Of(Roles, Choice).Refusals), phrases) : NotFound();
        }

        var outcome = await boundary.RunAsync<ChangeRoles, Done>(
            (act, by, cancel) => act.DoAsync(new(new(id, Seen), Keep, add.Value, Reason), viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "account_roles";
            return RedirectToPage("/Staff/Show", new { id });
        }

        return await FindAsync(id, cancellationToken) ? this.With(AccountLoader.Named(outcome.Refusals), phrases) : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await accounts.LoadAsync(id, cancellationToken) is not { } account)
        {
            return false;
        }

        Account = account;
        return true;
    }
}

/// <summary>Ticked roles and a chosen area, as an act takes them.</summary>
internal static class Wanted
{
    public static Outcome<IReadOnlyList<RoleWanted>> Of(IReadOnlyList<string> roles, AreaChoice area)
    {
        var known = roles.Select(r => Codes.TryParse<Role>(r, out var role) ? role : (Role?)null).ToList();
        return known.Contains(null) ? new Refusal("not_a_choice", "role")
            : known.Count > 0 && area.Chosen is null ? new Refusal("area_not_chosen", "area")
            : known.ConvertAll(r => new RoleWanted(r!.Value, area.Chosen!));
    }
}
