using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Records that the person concerned has agreed that a representative hears of the complaint, or has taken that back.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class RecordConsentPage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : SheetPost(sheets, phrases)
{
    /// <summary>Empty for the chat that filed a complaint of before representatives were recorded.</summary>
    [BindProperty]
    public Guid? Representative { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public bool Withdraw { get; set; }

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancellationToken)
    {
        ConsentWay? way = Codes.TryParse<ConsentWay>(Way, out var told) && SheetModel.ConsentWays.Contains(told) ? told : null;
        if (way is null && !Withdraw)
        {
            Sheet = Sheet with { RefusedConsent = true, RefusedRepresentative = Representative };
            return Refuse(new Refusal("not_a_choice", nameof(Way)));
        }

        var input = new RecordConsentInput(Sheet.Complaint.Id, Representative, Withdraw ? null : way);
        var outcome = await boundary.RunAsync<RecordConsent, Representative>(
            (act, by, cancel) => act.DoAsync(input, viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded ? Finish(Withdraw ? "consent_withdrawn" : "consent_recorded", "representatives") : Refuse(outcome.Refusals);
    }
}
