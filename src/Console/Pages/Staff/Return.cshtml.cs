using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Somebody who had left comes back: roles chosen anew, a new link.</summary>
[Permits(Permission.ManageStaff)]
public sealed class ReturnStaffPage(
    AccountLoader accounts, Invites invites, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases)
    : AccountPost(accounts, phrases)
{
    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public string? AreaText { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    /// <summary>Null until the account was opened, and for ever after this answer.</summary>
    public Invite? Made { get; private set; }

    public AreaChoice Choice => AreaChoice.Of(AreaText, Area, viewer.Scope, areas);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ConfirmAsync(id, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var wanted = Wanted.Of(Roles, Choice);
        var outcome = wanted.Succeeded
            ? await boundary.RunAsync<ReturnStaffMember, StaffAdded>(
                (act, by, cancel) => act.DoAsync(new(new(id, Seen), wanted.Value, Reason), viewer.Scope, by, cancel), cancellationToken)
            : wanted.Refusals.ToList();
        if (!outcome.Succeeded)
        {
            return await AgainAsync(id, outcome.Refusals, cancellationToken);
        }

        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Made = invites.Of(outcome.Value);
        return Page();
    }
}
