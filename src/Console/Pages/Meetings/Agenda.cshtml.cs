using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Meetings;

/// <summary>The agenda on paper, for the table: names and what is asked, no number whole, and nothing of any complaint.</summary>
[Permits(Permission.DeliberateProposals)]
public sealed class MeetingAgendaPage(MeetingQueries meetings, Boundary boundary, Viewer viewer) : MeetingPage(meetings, boundary, viewer)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return IsStatement ? Redirect(Address) : Page();
    }
}
