using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Talks;

/// <summary>
/// A person in danger says where they are, who is with them or a number: it stands on the card at once. An alarm that turns
/// out to be elsewhere is told there too.
/// </summary>
public sealed class NoteWhereabouts(NewTalk talks, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    /// <returns>Refused where no alarm is running.</returns>
    public async Task<Outcome<Talk>> DoAsync(Conversation conversation, Whereabouts said, Provenance by, CancellationToken cancellationToken)
    {
        if (await talks.RunningAsync(conversation.Id, cancellationToken) is not { Danger: not null } talk)
        {
            return Refusal.Conflict("handover_over");
        }

        if (said.IsNothing)
        {
            return talk;
        }

        var before = talk.Place();
        if (talk.Add(said, cipher))
        {
            conversation.VillageCode = talk.VillageCode ?? conversation.VillageCode;
            events.Raise(new TalkChanged(talk.ConversationId, before, by));
            if (talk.State == TalkState.Requested)
            {
                events.Raise(new AlarmRaised(talk.Id, by));
            }
        }

        audit.Record(by, "handover.whereabouts_noted", "conversation", conversation.Id, new { handover = talk.Id, area = talk.Closest() });
        events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        return talk;
    }
}
