using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

public static class MeetingScope
{
    /// <summary>
    /// Meetings of villages where the person puts proposals before the village. Of delicate ones only a statement can speak: it is there for
    /// who sees all that is in it, and for nobody else, so that no gap and no count betrays what is kept from somebody.
    /// </summary>
    /// <param name="db">Of the same unit.</param>
    public static IQueryable<VillageMeeting> VisibleTo(this IQueryable<VillageMeeting> meetings, SlrtDbContext db, StaffScope scope)
    {
        var hidden = db.Proposals.Where(Sight.Of(scope).Hidden<Proposal>());
        return meetings.InAreas(scope.AreasFor(Permission.DeliberateProposals))
            .Where(m => m.Form == MeetingForm.Meeting || !db.MeetingItems.Any(i => i.MeetingId == m.Id && hidden.Any(p => p.Id == i.ProposalId)));
    }

    /// <summary>What may be talked about with people around the table.</summary>
    public static IQueryable<Proposal> Ordinary(this IQueryable<Proposal> proposals) =>
        proposals.Where(p => !p.IsSensitive && p.Concerns == null && p.Recused == null);
}

/// <summary>The way of every act to a meeting: seen, and still open to it.</summary>
public sealed class MeetingReach(SlrtDbContext db)
{
    /// <returns>Refused with <c>not_found</c>: whoever sees a meeting may act on it.</returns>
    internal async Task<Outcome<VillageMeeting>> ToAsync(Guid meetingId, StaffScope actor, CancellationToken cancellationToken) =>
        await db.VillageMeetings.VisibleTo(db, actor).SingleOrDefaultAsync(m => m.Id == meetingId, cancellationToken) is { } meeting ? meeting : Refusal.NotFound();

    /// <returns>Refused with <c>meeting_closed</c> as well, once nothing of it changes any more.</returns>
    internal async Task<Outcome<VillageMeeting>> PlannedAsync(Guid meetingId, StaffScope actor, CancellationToken cancellationToken)
    {
        var reached = await ToAsync(meetingId, actor, cancellationToken);
        return !reached.Succeeded || reached.Value.Status == MeetingStatus.Planned ? reached : Refusal.Conflict("meeting_closed");
    }

    /// <summary>Whether something lies on it that is kept from the reader: it became delicate after the meeting was closed.</summary>
    internal Task<bool> HidesAsync(Guid meetingId, StaffScope reader, CancellationToken cancellationToken)
    {
        var hidden = db.Proposals.Where(Sight.Of(reader).Hidden<Proposal>());
        return db.MeetingItems.AnyAsync(i => i.MeetingId == meetingId && hidden.Any(p => p.Id == i.ProposalId), cancellationToken);
    }
}
