using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Handovers;

/// <summary>One of them, looked at again: somebody may have taken it meanwhile.</summary>
public sealed class TendWaitingTalk(NewHandover handovers, EndHandover end, WorkingCalendar calendar, AuditTrail audit, DomainEvents events)
{
    public static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);
    private static readonly TimeSpan LaterAgain = TimeSpan.FromHours(2);

    /// <returns>False where nothing was due after all.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid conversationId, Provenance by, CancellationToken cancellationToken)
    {
        if (await handovers.RunningAsync(conversationId, cancellationToken) is not { State: HandoverState.Requested } waiting)
        {
            return false;
        }

        if (waiting.Priority == HandoverPriority.Emergency)
        {
            return Alert(waiting, by);
        }

        var area = waiting.Closest();
        var until = calendar.Closing(calendar.DueOn(waiting.RequestedAt, 1, area), area);
        return until <= by.At && calendar.NotBefore(by.At, area) <= by.At
            ? await end.DoAsync(conversationId, HandoverEnd.Missed, null, by, cancellationToken)
            : false;
    }

    private bool Alert(Handover waiting, Provenance by)
    {
        var again = by.At - (waiting.DangerAt ?? waiting.RequestedAt) < Soon ? SoonAgain : LaterAgain;
        if (waiting.AlertedAt + again > by.At)
        {
            return false;
        }

        waiting.AlertedAt = by.At;
        audit.Record(by, "handover.alerted_again", "conversation", waiting.ConversationId, new { handover = waiting.Id });
        events.Raise(new AlarmRaised(waiting.Id));
        events.Raise(new HandoverChanged(waiting.ConversationId, waiting.Place()));
        return true;
    }
}
