using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Talks;

/// <summary>One of them, looked at again: somebody may have taken it meanwhile.</summary>
public sealed class TendWaitingTalk(SlrtDbContext db, EndTalk end, WorkingCalendar calendar, AuditTrail audit, DomainEvents events)
{
    public static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);
    private static readonly TimeSpan LaterAgain = TimeSpan.FromHours(2);

    /// <returns>False where nothing was due after all.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid talkId, Provenance by, CancellationToken cancellationToken)
    {
        var waiting = await db.Talks.SingleAsync(t => t.Id == talkId, cancellationToken);
        if (waiting.State != TalkState.Requested)
        {
            return false;
        }

        if (waiting.Priority == TalkPriority.Emergency)
        {
            return Alert(waiting, by);
        }

        var area = waiting.Closest();
        var until = calendar.Closing(calendar.DueOn(waiting.RequestedAt, 1, area), area);
        return until <= by.At && calendar.NotBefore(by.At, area) <= by.At
            ? await end.DoAsync(waiting.ConversationId, TalkEnd.Missed, null, by, cancellationToken)
            : false;
    }

    private bool Alert(Talk waiting, Provenance by)
    {
        var again = by.At - (waiting.DangerAt ?? waiting.RequestedAt) < Soon ? SoonAgain : LaterAgain;
        if (waiting.AlertedAt + again > by.At)
        {
            return false;
        }

        waiting.AlertedAt = by.At;
        audit.Record(by, "handover.alerted_again", "conversation", waiting.ConversationId, new { handover = waiting.Id });
        events.Raise(new AlarmRaised(waiting.Id, by));
        events.Raise(new TalkChanged(waiting.ConversationId, waiting.Place(), by));
        return true;
    }
}
