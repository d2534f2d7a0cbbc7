using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Accounts;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Staff;

/// <summary>Somebody leaves: first what is in their name and where it goes, then one act for all of it.</summary>
[Permits(Permission.ManageStaff)]
public sealed class LeaveStaffPage(AccountLoader accounts, WorkInName work, AreaCatalogue areas, Boundary boundary, Viewer viewer, Phrases phrases)
    : AccountPost(accounts, phrases)
{
    /// <summary>Said beside the list of what is given back.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public InName InName { get; private set; } = new([], 0, 0, 0);

    public string AreaOf(string code) => areas.Label(code);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = Sure
            ? await boundary.RunAsync<DeactivateStaffMember, Done>(
                (act, by, cancel) => act.DoAsync(new AccountSeen(id, Seen), Reason, viewer.Scope, by, cancel), cancellationToken)
            : new Refusal("not_sure", nameof(Sure));
        return await AnswerAsync(id, outcome, "account_left", cancellationToken);
    }

    protected override async Task LookAsync(CancellationToken cancellationToken) => InName = await work.OfAsync(Account.Staff.Id, cancellationToken);
}
