using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Somebody who had left comes back: roles chosen anew, a new link.</summary>
[Permits(Permission.ManageStaff)]
public sealed class ReturnStaffPage(
    AccountLoader accounts, Invites invites, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public Guid Seen { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public string? AreaText { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AccountPage Account { get; private set; } = null!;

    /// <summary>Null until the account was opened, and for ever after this answer.</summary>
    public Invite? Made { get; private set; }

    public AreaChoice Choice => AreaChoice.Of(AreaText, Area, viewer.Scope, areas);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var wanted = Wanted.Of(Roles, Choice);
        var outcome = wanted.Succeeded
            ? await boundary.RunAsync<ReturnStaffMember, StaffAdded>(
                (act, by, cancel) => act.DoAsync(new(new(id, Seen), wanted.Value, Reason), viewer.Scope, by, cancel), cancellationToken)
            : wanted.Refusals.ToList();
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!outcome.Succeeded)
        {
            return this.With(AccountLoader.Named(outcome.Refusals), phrases);
        }

        Made = invites.Of(outcome.Value);
        return Page();
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
