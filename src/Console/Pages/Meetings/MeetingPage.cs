using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Meetings;

namespace SlrtBot.Console.Pages.Meetings;

/// <summary>The pages and papers of one meeting find it in one way, and whoever is shown it has viewed it.</summary>
public abstract class MeetingPage(MeetingQueries meetings, Boundary boundary, Viewer viewer) : PageModel
{
    public MeetingSheet Sheet { get; private set; } = null!;

    public VillageMeeting Meeting => Sheet.Meeting;

    public string Address => AddressOf(Meeting.Id);

    public bool IsStatement => Meeting.Form == MeetingForm.Statement;

    /// <summary>Nothing of it changes any more, so that a paper of it can be signed.</summary>
    protected bool IsOver => Meeting.Status is MeetingStatus.Closed or MeetingStatus.Signed;

    protected Boundary Boundary => boundary;

    protected Viewer Viewer => viewer;

    public static string AddressOf(Guid id) => $"/meetings/{id:N}";

    /// <returns>False for a miss and for one that is not the reader's to see alike.</returns>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(id, viewer.Scope, cancellationToken) is not { } found)
        {
            return false;
        }

        Sheet = await boundary.ShowAsync(found, cancellationToken);
        return true;
    }

    /// <summary>The whole numbers, for the papers that are signed; who opens them stands in the audit once more.</summary>
    protected async Task<MeetingNumbers> NumbersAsync(CancellationToken cancellationToken) =>
        await boundary.ShowAsync(await meetings.NumbersAsync(Sheet, viewer.Scope, cancellationToken), cancellationToken);
}
