using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Talks;

/// <summary>
/// The person has said whether it is safe, or that it was no emergency. That is written beside the alarm, never over it:
/// who threatens somebody may hold the telephone.
/// </summary>
public sealed class AnswerAlarm(NewTalk talks, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    public async Task<Outcome<Done>> DoAsync(Conversation conversation, Danger answer, Provenance by, CancellationToken cancellationToken)
    {
        conversation.Danger = answer;
        audit.Record(by, "handover.alarm_answered", "conversation", conversation.Id, new { answer = Codes.Of(answer) });
        if (await talks.RunningAsync(conversation.Id, cancellationToken) is { Danger: not null } talk)
        {
            talk.Danger = answer;
            talk.DangerAt = by.At;
            talk.Priority = answer == Danger.FalseAlarm ? TalkPriority.Ordinary : TalkPriority.Emergency;
            events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        }

        return default(Done);
    }
}
