using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>Parts a chat that was joined by a slip from the complaint, or makes an unused slip void.</summary>
[Permits(Permission.WriteToResidents)]
public sealed class PartChatPage(SheetLoader sheets, Boundary boundary, Viewer viewer, Phrases phrases) : SheetPost(sheets, phrases)
{
    [BindProperty]
    public Guid Representative { get; set; }

    protected override async Task<IActionResult> TakeAsync(CancellationToken cancellationToken)
    {
        var outcome = await boundary.RunAsync<PartChat, Done>(
            (act, by, cancel) => act.DoAsync(Sheet.Complaint.Id, Representative, viewer.Scope, by, cancel), cancellationToken);
        return outcome.Succeeded ? Finish("chat_parted", "facts-title") : Refuse(outcome.Refusals);
    }
}
