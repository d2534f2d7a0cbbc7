using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Talks;

/// <summary>What was heard as an emergency.</summary>
/// <param name="Words">As written, numbers of people masked.</param>
/// <param name="IsSensitive">They are for those alone who may read sensitive complaints.</param>
/// <param name="AreaCode">The village or sub-district that they name beyond doubt.</param>
/// <param name="Phone">The number that they name, or that nobody is to call.</param>
public sealed record Cry(string Words, DangerKind Kind = DangerKind.General, bool IsSensitive = false, string? AreaCode = null, string? Phone = null);

/// <summary>
/// Words of an emergency: those who may write to residents there see the chat on top of all others, asked for or not. Where an
/// alarm is running they renew it: they stand on its card, officers are told again, and it is of the danger that was named last.
/// </summary>
public sealed class RaiseAlarm(NewTalk talks, OfficersOnCall officers, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    /// <returns>With <see cref="Talk.UnreachedToldAt"/> where there is nobody to be told: the person is to hear that now.</returns>
    public async Task<Outcome<Talk>> DoAsync(Conversation conversation, Cry cry, Provenance by, CancellationToken cancellationToken)
    {
        var talk = await talks.RunningAsync(conversation.Id, cancellationToken)
            ?? await talks.MakeAsync(conversation, TalkState.Requested, by, cancellationToken);
        // An officer who has the chat keeps it, whatever comes up in it.
        talk.IsSensitive |= cry.IsSensitive && talk.State == TalkState.Requested;
        talk.Priority = TalkPriority.Emergency;
        talk.AlertedAt = talk.LastActivityAt = by.At;
        talk.DangerKind = cry.Kind == DangerKind.General ? talk.DangerKind ?? cry.Kind : cry.Kind;
        talk.Ground = conversation.ConsentVersion is null ? KeepingGround.VitalInterest : KeepingGround.Consent;
        talk.AddWords(cry.Words, cipher);
        if (talk.Add(new Whereabouts(AreaCode: cry.AreaCode, Phone: cry.Phone), cipher))
        {
            conversation.VillageCode = talk.VillageCode ?? conversation.VillageCode;
        }

        // Where it is not safe nothing is asked until the person comes back.
        conversation.DangerAt = conversation.Danger == Danger.Unsafe ? conversation.DangerAt : by.At;
        if (talk.State == TalkState.Requested)
        {
            talk.UnreachedToldAt = talk.ReachedAt is null && await officers.OfAsync(talk, by.At, cancellationToken) is [] ? by.At : talk.UnreachedToldAt;
            talk.Danger = conversation.Danger = conversation.Danger == Danger.Unsafe ? Danger.Unsafe : Danger.Asked;
            talk.DangerAt = by.At;
        }

        audit.Record(by, "handover.alarm_raised", "conversation", conversation.Id, new { handover = talk.Id });
        events.Raise(new AlarmRaised(talk.Id, by));
        events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        return talk;
    }
}
