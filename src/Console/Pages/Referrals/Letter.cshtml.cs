using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Referrals;

/// <summary>The letter that goes with the resident or to the partner, for A4 paper. Every opening is audited.</summary>
[Permits(Permission.ReadReferrals)]
public sealed class PrintLetterPage(ReferralQueries referrals, Boundary boundary, BadgeCode badges, Viewer viewer) : PageModel
{
    /// <summary>Of the colleague who signs: residents check it with «cekpetugas».</summary>
    public string Badge => badges.Of(Sheet.Referral.SentBy);

    public ReferralSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (await referrals.FindAsync(number, viewer.Scope, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var sheet = await boundary.ShowAsync(found, cancellationToken);
        await boundary.RunAsync<RecordLetter, Done>((act, by, cancel) => act.DoAsync(sheet.Referral.Id, by, cancel), cancellationToken);
        Sheet = sheet;
        return Page();
    }
}
