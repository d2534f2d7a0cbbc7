using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Handovers;

/// <summary>Words of an emergency: those who may write to residents there see the chat on top of all others, asked for or not.</summary>
public sealed class RaiseAlarm(NewHandover handovers, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    /// <param name="isSensitive">What was written is for those alone who may read sensitive complaints.</param>
    public async Task<Outcome<Handover>> DoAsync(Conversation conversation, bool isSensitive, Provenance by, CancellationToken cancellationToken)
    {
        var handover = await handovers.RunningAsync(conversation.Id, cancellationToken)
            ?? await handovers.MakeAsync(conversation, HandoverState.Requested, by, cancellationToken);
        // An officer who has the chat keeps it, whatever comes up in it.
        handover.IsSensitive |= isSensitive && handover.State == HandoverState.Requested;
        handover.Priority = HandoverPriority.Emergency;
        handover.AlertedAt = conversation.DangerAt = by.At;
        if (handover.State == HandoverState.Requested)
        {
            handover.Danger = conversation.Danger = Danger.Asked;
            handover.DangerAt = by.At;
        }

        audit.Record(by, "handover.alarm_raised", "conversation", conversation.Id, new { handover = handover.Id });
        events.Raise(new AlarmRaised(handover.Id, by));
        events.Raise(new HandoverChanged(handover.ConversationId, handover.Place(), by));
        return handover;
    }
}
