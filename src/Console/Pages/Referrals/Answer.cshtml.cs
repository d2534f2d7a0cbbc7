using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Referrals;

/// <summary>Records what the partner did or said.</summary>
[Permits(Permission.ReadReferrals)]
public sealed class AnswerReferralPage(ReferralQueries referrals, Boundary boundary, Viewer viewer, Phrases phrases) : PageModel
{
    [BindProperty]
    public string Verb { get; set; } = string.Empty;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReferralView View { get; private set; } = null!;

    public IActionResult OnGet(string number) => RedirectToPage("/Referrals/Show", new { number });

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancellationToken)
    {
        if (await referrals.FindAsync(number, viewer.Scope, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var sheet = await boundary.ShowAsync(found, cancellationToken);
        if (ReferralWorkflow.Table.Moves.All(m => m.Verb != Verb))
        {
            View = ReferralView.For(sheet, viewer.Scope);
            return this.With([new Refusal("not_a_choice")], phrases);
        }

        var input = new AnswerReferralInput(sheet.Referral.Id, Version, Verb, Answer, Reason);
        var outcome = await boundary.RunAsync<AnswerReferral, Referral>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        if (outcome.Succeeded)
        {
            TempData["Done"] = "moved";
            return RedirectToPage("/Referrals/Show", new { number });
        }

        sheet = await referrals.FindAsync(number, viewer.Scope, cancellationToken) is { } now
            ? await boundary.ShowAsync(now, cancellationToken)
            : sheet;
        var move = ReferralWorkflow.Table.Find(sheet.Referral.Status, Verb);
        View = ReferralView.For(sheet, viewer.Scope) with
        {
            Refused = new AnswerForm(number, Verb, sheet.Referral.Version, move?.Requires ?? [], Answer, Reason),
            IsStale = outcome.Refusals.Any(r => r.Kind == RefusalKind.Conflict),
        };
        ModelState.Clear();
        return this.With([.. outcome.Refusals.Select(r => r with { Field = Named(r.Field) })], phrases);
    }

    private static string? Named(string? field) => field switch
    {
        ReferralWorkflow.Answer => nameof(Answer),
        ReferralWorkflow.Reason => nameof(Reason),
        _ => field,
    };
}
