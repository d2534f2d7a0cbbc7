using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>The reader takes a complaint on, or lays it down.</summary>
[Permits(Permission.AssignComplaints)]
public sealed class AssignComplaintPage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : SheetPost(sheets, phrases)
{
    [BindProperty]
    public bool Take { get; set; }

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<AssignComplaint, Complaint>(
            (act, by, cancel) => act.DoAsync(Sheet.Complaint.Id, Take, viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded ? Finish(Take ? "taken" : "laid_down") : Refuse(outcome.Refusals);
    }
}
