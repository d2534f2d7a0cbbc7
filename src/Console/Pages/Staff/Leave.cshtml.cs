using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Somebody leaves: first what is in their name and where it goes, then one act for all of it.</summary>
[Permits(Permission.ManageStaff)]
public sealed class LeaveStaffPage(AccountLoader accounts, WorkInName work, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public Guid Seen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Said beside the list of what is given back.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public AccountPage Account { get; private set; } = null!;

    public InName InName { get; private set; } = new([], 0, 0, 0);

    public string AreaOf(string code) => areas.Label(code);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = Sure
            ? await boundary.RunAsync<DeactivateStaffMember, Done>(
                (act, by, cancel) => act.DoAsync(new AccountSeen(id, Seen), Reason, viewer.Scope, by, cancel), cancellationToken)
            : new Refusal("not_sure", nameof(Sure));
        if (outcome.Succeeded || outcome.Refusals.All(r => r.Code == "already_done"))
        {
            TempData["Done"] = "account_left";
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
        InName = await work.OfAsync(id, cancellationToken);
        return true;
    }
}
