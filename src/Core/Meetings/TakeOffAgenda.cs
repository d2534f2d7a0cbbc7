using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <summary>A proposal is not talked about on that day after all: it waits for the next meeting.</summary>
public sealed class TakeOffAgenda(SlrtDbContext db, MeetingReach reach, MoveItems items, AuditTrail audit)
{
    /// <returns>Refused with <c>not_found</c>, also where it was taken off already, and <c>meeting_closed</c>.</returns>
    public async Task<Outcome<VillageMeeting>> DoAsync(Guid meetingId, Guid itemId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.PlannedAsync(meetingId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var meeting = reached.Value;
        var seen = db.Proposals.VisibleTo(actor);
        if (await db.MeetingItems.SingleOrDefaultAsync(i => i.Id == itemId && i.MeetingId == meeting.Id && seen.Any(p => p.Id == i.ProposalId), cancellationToken) is not { } item)
        {
            return Refusal.NotFound();
        }

        db.Remove(item);
        meeting.Write(by.At);
        audit.Record(by, "meeting.item_taken_off", "meeting", meeting.Id, new { item = item.Id, proposal = item.ProposalId });
        var taken = await items.ApplyAsync(item.ProposalId, ProposalWorkflow.TakeOff, MoveItems.Of(meeting, actor, by), cancellationToken);
        return taken.Succeeded ? meeting : taken.Refusals.ToList();
    }
}
