using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Referrals;

[Permits(Permission.ReadReferrals)]
public sealed class ListReferralsPage(ReferralQueries referrals, Viewer viewer, ServiceZone zone) : PageModel
{
    public static readonly IReadOnlyList<string> Views = ["running", "late", "sent", "accepted", "in_service", "answered", "declined", "all"];

    [BindProperty(SupportsGet = true, Name = nameof(View))]
    public string? AskedView { get; set; }

    public string View => AskedView is { } asked && Views.Contains(asked) ? asked : "running";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ReferralRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Rows, HasMore) = await referrals.PageAsync(Filter() with { Page = PageNumber }, viewer.Scope, cancellationToken);
    }

    private ReferralFilter Filter() => View switch
    {
        "running" => new(Running: true),
        "late" => new(Running: true, DueBefore: zone.Today),
        "sent" => new(Status: ReferralStatus.Sent),
        "accepted" => new(Status: ReferralStatus.Accepted),
        "in_service" => new(Status: ReferralStatus.InService),
        "answered" => new(Status: ReferralStatus.Answered),
        "declined" => new(Status: ReferralStatus.Declined),
        _ => new(),
    };
}
