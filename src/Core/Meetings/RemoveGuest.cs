using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <summary>Somebody was not invited after all, or was written down wrongly; the name goes.</summary>
public sealed class RemoveGuest(SlrtDbContext db, MeetingReach reach, AuditTrail audit)
{
    /// <returns>Refused with <c>not_found</c>, also where they were removed already, and <c>meeting_closed</c>.</returns>
    public async Task<Outcome<VillageMeeting>> DoAsync(Guid meetingId, Guid guestId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.PlannedAsync(meetingId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var meeting = reached.Value;
        var guests = await db.MeetingGuests.Where(g => g.MeetingId == meeting.Id).ToListAsync(cancellationToken);
        if (guests.Find(g => g.Id == guestId) is not { } guest)
        {
            return Refusal.NotFound();
        }

        db.Remove(guest);
        meeting.Count(guests.Count - 1, guests.Count(g => g.IsPresent && g != guest), by.At);
        audit.Record(by, "meeting.guest_removed", "meeting", meeting.Id, new { guest = guest.Id, role = Codes.Of(guest.Role) });
        return meeting;
    }
}
