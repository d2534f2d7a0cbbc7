using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Handovers;

/// <summary>
/// The person has said whether it is safe, or that it was no emergency. That is written beside the alarm, never over it:
/// who threatens somebody may hold the telephone.
/// </summary>
public sealed class AnswerAlarm(NewHandover handovers, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    public async Task<Outcome<Done>> DoAsync(Conversation conversation, Danger answer, Provenance by, CancellationToken cancellationToken)
    {
        conversation.Danger = answer;
        audit.Record(by, "handover.alarm_answered", "conversation", conversation.Id, new { answer = Codes.Of(answer) });
        if (await handovers.RunningAsync(conversation.Id, cancellationToken) is { Danger: not null } handover)
        {
            handover.Danger = answer;
            handover.DangerAt = by.At;
            handover.Priority = answer == Danger.FalseAlarm ? HandoverPriority.Ordinary : HandoverPriority.Emergency;
            events.Raise(new HandoverChanged(handover.ConversationId, handover.Place(), by));
        }

        return default(Done);
    }
}
