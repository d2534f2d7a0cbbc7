using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// Channels deliver again what they could not deliver, and then a change may come before the message that it changes: the
/// message is taken as the person has left it standing.
/// </summary>
public sealed class OvertakenMessages(EarlierVersions versions)
{
    /// <summary>Channels name the second; their clocks and ours differ a little.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(5);

    /// <param name="head">Before this turn.</param>
    public async Task<Activity> ReadAsync(
        IChannelTranslation translation, ReadOnlyMemory<byte> payload, LaneHead head, CancellationToken cancellationToken)
    {
        var activity = translation.ToActivity(payload);
        if (head is not { HasLooseEdits: true, Conversation: { } conversation } || activity is not { Type: ActivityTypes.Message, Id: { Length: > 0 } id } || activity.ReadPress() is not null
            || activity.Timestamp?.UtcDateTime > conversation.LastInboundAt + Doubt
            || await versions.ChangeBeforeAsync(conversation.Id, id, cancellationToken) is not { } change)
        {
            return activity;
        }

        var changed = translation.ToActivity(change);
        changed.Type = ActivityTypes.Message;
        return changed;
    }
}
