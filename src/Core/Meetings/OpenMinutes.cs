using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <summary>The signed minutes are handed to whoever may read the meeting and all that is in it; the audit keeps who and which.</summary>
public sealed class OpenMinutes(SlrtDbContext db, MeetingReach reach, AuditTrail audit)
{
    /// <returns>Refused with <c>not_found</c> for a miss, for a meeting without minutes, and where the reader may not see a family that stands in them.</returns>
    public async Task<Outcome<StoredFile>> DoAsync(Guid meetingId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.ToAsync(meetingId, actor, cancellationToken);
        if (!reached.Succeeded || await reach.HidesAsync(meetingId, actor, cancellationToken)
            || await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == reached.Value.MinutesId, cancellationToken) is not { } file)
        {
            return Refusal.NotFound();
        }

        audit.Record(by, "meeting.minutes_opened", "meeting", meetingId, new { file = file.Id });
        return file;
    }
}
