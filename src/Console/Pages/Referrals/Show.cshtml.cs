using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Referrals;

[Permits(Permission.ReadReferrals)]
public sealed class ShowReferralPage(ReferralQueries referrals, Boundary boundary, Viewer viewer) : PageModel
{
    public ReferralView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (await referrals.FindAsync(number, viewer.Scope, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        View = ReferralView.For(await boundary.ShowAsync(found, cancellationToken), viewer.Scope);
        return Page();
    }
}
