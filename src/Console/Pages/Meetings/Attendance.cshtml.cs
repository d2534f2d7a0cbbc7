using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Meetings;

/// <summary>The list on which those who came sign.</summary>
[Permits(Permission.DeliberateProposals)]
public sealed class MeetingAttendancePage(MeetingQueries meetings, Boundary boundary, Viewer viewer) : MeetingPage(meetings, boundary, viewer)
{
    /// <summary>Those who come without an invitation sign here.</summary>
    public const int BlankRows = 5;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return IsStatement ? Redirect(Address) : Page();
    }
}
