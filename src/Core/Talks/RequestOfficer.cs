using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Talks;

/// <summary>A resident wants to talk to a person: those who may write to residents there see it. Asking twice is asking once.</summary>
public sealed class RequestOfficer(NewTalk talks, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    /// <param name="isSensitive">What was written is for those alone who may read sensitive complaints.</param>
    public async Task<Outcome<Talk>> DoAsync(
        Conversation conversation, Provenance by, CancellationToken cancellationToken, bool isSensitive = false)
    {
        if (await talks.RunningAsync(conversation.Id, cancellationToken) is { } running)
        {
            return running;
        }

        var talk = await talks.MakeAsync(conversation, TalkState.Requested, by, cancellationToken, isSensitive);
        audit.Record(by, "handover.requested", "conversation", conversation.Id);
        events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        return talk;
    }
}
