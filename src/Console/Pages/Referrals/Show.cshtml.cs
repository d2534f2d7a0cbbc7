using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Pages.Complaints;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Referrals;

[Permits(Permission.ReadReferrals)]
public sealed class ShowReferralPage(ReferralQueries referrals, Boundary boundary, RecentViews recent, Viewer viewer) : PageModel
{
    public ReferralView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (await referrals.FindAsync(number, viewer.Scope, cancellationToken) is not { } sheet)
        {
            return NotFound();
        }

        var complaintId = sheet.Referral.ComplaintId;
        if (recent.IsNew(viewer.Id, complaintId))
        {
            await boundary.RunAsync<RecordView, Done>((act, by, cancel) => act.DoAsync(complaintId, by, cancel), cancellationToken);
        }

        View = ReferralView.For(sheet, viewer.Scope);
        return Page();
    }
}
