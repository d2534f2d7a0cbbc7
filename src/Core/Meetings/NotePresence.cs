using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <param name="Listed">Who stood on the form: whoever a colleague has added meanwhile stays as noted.</param>
/// <param name="Present">Of these, who came.</param>
public sealed record NotePresenceInput(Guid MeetingId, IReadOnlyCollection<Guid> Listed, IReadOnlyCollection<Guid> Present);

/// <summary>Who of those invited is there.</summary>
public sealed class NotePresence(SlrtDbContext db, MeetingReach reach, AuditTrail audit)
{
    /// <returns>Refused with <c>meeting_closed</c>, and with <c>not_found</c> where nobody on the form is invited.</returns>
    public async Task<Outcome<VillageMeeting>> DoAsync(NotePresenceInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.PlannedAsync(input.MeetingId, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var meeting = reached.Value;
        var guests = await db.MeetingGuests.Where(g => g.MeetingId == meeting.Id).ToListAsync(cancellationToken);
        var listed = guests.FindAll(g => input.Listed.Contains(g.Id));
        if (listed.Count == 0)
        {
            return Refusal.NotFound();
        }

        listed.ForEach(g => g.IsPresent = input.Present.Contains(g.Id));
        meeting.Count(guests.Count, guests.Count(g => g.IsPresent), by.At);
        audit.Record(by, "meeting.presence_noted", "meeting", meeting.Id, new { invited = meeting.Invited, present = meeting.Present });
        return meeting;
    }
}
