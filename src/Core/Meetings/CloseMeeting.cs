using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <param name="Version">The version that the staff member saw.</param>
public sealed record CloseMeetingInput(Guid MeetingId, int Version);

/// <summary>The meeting is over: its minutes can be printed, and nothing changes but the signed paper that comes back.</summary>
public sealed class CloseMeeting(SlrtDbContext db, MeetingReach reach, AreaCatalogue areas, AuditTrail audit)
{
    /// <returns>
    /// Refused with <c>meeting_closed</c> where a colleague was first, <c>stale</c>, <c>meeting_not_yet</c>, <c>meeting_empty</c>,
    /// <c>meeting_undecided</c> (how many) and <c>meeting_no_quorum</c>.
    /// </returns>
    public async Task<Outcome<VillageMeeting>> DoAsync(CloseMeetingInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.ToAsync(input.MeetingId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var meeting = reached.Value;
        if (meeting.Status != MeetingStatus.Planned)
        {
            // Pressed twice.
            return meeting.ClosedBy == actor.StaffId ? meeting : Refusal.Conflict("meeting_closed");
        }

        if (meeting.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        var items = await db.MeetingItems.Where(i => i.MeetingId == meeting.Id).ToListAsync(cancellationToken);
        if (Problems(meeting, items, LocalDay.Of(by.At, areas.ZoneOf(meeting.VillageCode))).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var taken = MeetingWorkflow.Table.Take(meeting.Status, MeetingWorkflow.Close, new Given(by) { May = p => actor.MayIn(p, meeting.VillageCode) });
        if (!taken.Succeeded)
        {
            return taken.Refusals.ToList();
        }

        meeting.Move(taken.Value);
        audit.Record(by, "meeting.closed", "meeting", meeting.Id, new { items = items.Count, invited = meeting.Invited, present = meeting.Present });
        return meeting;
    }

    private static IEnumerable<Refusal> Problems(VillageMeeting meeting, List<MeetingItem> items, DateOnly today)
    {
        if (meeting.HeldOn > today)
        {
            yield return new Refusal("meeting_not_yet");
        }

        if (items.Count == 0)
        {
            yield return new Refusal("meeting_empty");
        }

        if (items.Count(i => i.Decision is null) is > 0 and var open)
        {
            yield return new Refusal("meeting_undecided") { Values = new Dictionary<string, string> { ["count"] = $"{open}" } };
        }

        if (!meeting.HasQuorum)
        {
            yield return new Refusal("meeting_no_quorum") { Values = new Dictionary<string, string> { ["present"] = $"{meeting.Present}", ["invited"] = $"{meeting.Invited}" } };
        }
    }
}
