using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Meetings;

/// <summary>What waits for the next meeting of each village, what is planned, what lacks its minutes, what is signed.</summary>
[Permits(Permission.DeliberateProposals)]
public sealed class ListMeetingsPage(MeetingQueries meetings, UpdateCycle clock, Viewer viewer, ServiceZone zone) : PageModel
{
    public MeetingBoard Board { get; private set; } = null!;

    /// <summary>By when those that wait have to come before the village: this month's day, or the next one's once it is past.</summary>
    public DateOnly Until { get; private set; }

    public IEnumerable<(string Title, IReadOnlyList<MeetingRow> Rows)> Lists =>
        [("planned", Board.Planned), ("closed", Board.Closed), ("signed", Board.Done)];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Board = await meetings.BoardAsync(viewer.Scope, cancellationToken);
        var month = clock.Of(zone.Today);
        Until = zone.Today <= month.MeetUntil ? month.MeetUntil : clock.Of(month.Month.AddMonths(1)).MeetUntil;
    }
}
