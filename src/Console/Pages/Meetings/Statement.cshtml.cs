using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Meetings;

/// <summary>The statement of absolute responsibility (SPTJM) for signing, in the place of minutes.</summary>
[Permits(Permission.DeliberateProposals)]
public sealed class MeetingStatementPage(MeetingQueries meetings, Boundary boundary, Viewer viewer) : MeetingPage(meetings, boundary, viewer)
{
    public MeetingNumbers Numbers { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!IsStatement || !IsOver || !Sheet.IsWhole)
        {
            return Redirect(Address);
        }

        Numbers = await NumbersAsync(cancellationToken);
        return Page();
    }
}
