using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Handovers;

/// <summary>A resident wants to talk to a person: those who may write to residents there see it. Asking twice is asking once.</summary>
public sealed class RequestOfficer(NewHandover handovers, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    /// <param name="isSensitive">What was written is for those alone who may read sensitive complaints.</param>
    public async Task<Outcome<Handover>> DoAsync(
        Conversation conversation, Provenance by, CancellationToken cancellationToken, bool isSensitive = false)
    {
        if (await handovers.RunningAsync(conversation.Id, cancellationToken) is { } running)
        {
            return running;
        }

        var handover = await handovers.MakeAsync(conversation, HandoverState.Requested, by, cancellationToken, isSensitive);
        audit.Record(by, "handover.requested", "conversation", conversation.Id);
        events.Raise(new HandoverChanged(handover.ConversationId, handover.Place(), by));
        return handover;
    }
}
