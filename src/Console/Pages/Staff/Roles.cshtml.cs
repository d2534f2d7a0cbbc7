using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Which roles somebody holds where: some are kept, some are given.</summary>
[Permits(Permission.ManageStaff)]
public sealed class ChangeRolesPage(AccountLoader accounts, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases)
    : AccountPost(accounts, phrases)
{
    [BindProperty]
    public List<Guid> Keep { get; set; } = [];

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public string? AreaText { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    public AreaChoice Choice => AreaChoice.Of(AreaText, Area, viewer.Scope, areas);

    /// <summary>A deputy's days are ended where they were given.</summary>
    public IEnumerable<StaffRole> Lasting => Account.Staff.Roles.Where(r => !r.IsDeputy).OrderBy(r => r.Role).ThenBy(r => r.AreaCode, StringComparer.Ordinal);

    public bool IsKept(StaffRole role) => HttpMethods.IsGet(Request.Method) || Keep.Contains(role.Id);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ConfirmAsync(id, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var add = Wanted.Of(Roles, Choice);
        if (!add.Succeeded)
        {
            return await AgainAsync(id, add.Refusals, cancellationToken);
        }

        var outcome = await boundary.RunAsync<ChangeRoles, Done>(
            (act, by, cancel) => act.DoAsync(new(new(id, Seen), Keep, add.Value, Reason), viewer.Scope, by, cancel), cancellationToken);
        return await AnswerAsync(id, outcome, "account_roles", cancellationToken);
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
