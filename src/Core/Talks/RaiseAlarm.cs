using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Talks;

/// <summary>Words of an emergency: those who may write to residents there see the chat on top of all others, asked for or not.</summary>
public sealed class RaiseAlarm(NewTalk talks, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    /// <param name="isSensitive">What was written is for those alone who may read sensitive complaints.</param>
    public async Task<Outcome<Talk>> DoAsync(Conversation conversation, bool isSensitive, Provenance by, CancellationToken cancellationToken)
    {
        var talk = await talks.RunningAsync(conversation.Id, cancellationToken)
            ?? await talks.MakeAsync(conversation, TalkState.Requested, by, cancellationToken);
        // An officer who has the chat keeps it, whatever comes up in it.
        talk.IsSensitive |= isSensitive && talk.State == TalkState.Requested;
        talk.Priority = TalkPriority.Emergency;
        talk.AlertedAt = conversation.DangerAt = by.At;
        if (talk.State == TalkState.Requested)
        {
            talk.Danger = conversation.Danger = Danger.Asked;
            talk.DangerAt = by.At;
        }

        audit.Record(by, "handover.alarm_raised", "conversation", conversation.Id, new { handover = talk.Id });
        events.Raise(new AlarmRaised(talk.Id, by));
        events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        return talk;
    }
}
