using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="Reason">A code of <see cref="MeetingReasons.Cancelling"/>.</param>
public sealed record CancelMeetingInput(Guid MeetingId, int Version, string? Reason);

/// <summary>It does not take place: what lay on its agenda waits for the next one, and the names of its guests go.</summary>
public sealed class CancelMeeting(SlrtDbContext db, MeetingReach reach, MoveItems moves, AuditTrail audit)
{
    /// <returns>Refused with <c>meeting_closed</c> and <c>stale</c>.</returns>
    public async Task<Outcome<VillageMeeting>> DoAsync(CancelMeetingInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
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
            return meeting.Status == MeetingStatus.Cancelled && meeting.CancelReason == input.Reason ? meeting : Refusal.Conflict("meeting_closed");
        }

        if (meeting.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        var known = MeetingReasons.Cancelling.Contains(input.Reason ?? "") ? input.Reason : null;
        var given = MoveItems.Of(meeting, actor, by);
        var taken = MeetingWorkflow.Table.Take(meeting.Status, MeetingWorkflow.Cancel, given.With(MeetingWorkflow.Reason, known));
        if (!taken.Succeeded)
        {
            return taken.Refusals.ToList();
        }

        var items = await db.MeetingItems.Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Ordinal).ToListAsync(cancellationToken);
        var back = await moves.ApplyAsync([.. items.Select(i => i.ProposalId)], ProposalWorkflow.TakeOff, _ => given, cancellationToken);
        if (!back.Succeeded)
        {
            return back.Refusals.ToList();
        }

        items.ForEach(i => i.End());
        db.RemoveRange(await db.MeetingGuests.Where(g => g.MeetingId == meeting.Id).ToListAsync(cancellationToken));
        meeting.Move(taken.Value);
        audit.Record(by, "meeting.cancelled", "meeting", meeting.Id, new { reason = meeting.CancelReason, items = items.Count });
        return meeting;
    }
}
