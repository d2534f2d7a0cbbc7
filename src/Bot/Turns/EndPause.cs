using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// A story that came in pieces is answered: nothing more has come for a while, or something came that is no further
/// piece. The due time is the conversation's row, so that it does not matter which program looks at it.
/// </summary>
public sealed class EndPause(LaneRows lanes, TurnReplies replies, IBot bot, DomainEvents events, TimeProvider clock)
{
    /// <param name="lane">The chat's blind index.</param>
    /// <returns>False when nothing was due.</returns>
    public async Task<Outcome<bool>> DoAsync(byte[] lane, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var conversation = await lanes.ConversationAsync(lane, cancellationToken);
        if (conversation?.CollectUntil is not { } due || due > now)
        {
            return false;
        }

        var turn = await TakeAsync(conversation, now, cancellationToken);
        replies.Enqueue(turn, $"pause:{turn.Message.Id:N}");
        events.Raise(new TurnTaken(conversation.Id, turn.Message.UpdateKey));
        return true;
    }

    /// <summary>Takes the pieces as one message, the newest; what is said to it is the caller's to send or to leave.</summary>
    /// <param name="conversation">Tracked.</param>
    internal async Task<TurnContext> TakeAsync(Conversation conversation, DateTime now, CancellationToken cancellationToken)
    {
        var newest = await lanes.NewestAsync(conversation.Id, cancellationToken);
        var pause = new Activity { Type = ActivityTypes.Event, Name = EventNames.Pause };
        var turn = new TurnContext(pause, conversation, newest, [], Provenance.Resident(conversation.Id, conversation.Channel, now));
        await bot.OnTurnAsync(turn, cancellationToken);
        conversation.Collected = null;
        conversation.CollectUntil = null;
        if (newest.ComplaintId is { } complaint)
        {
            await lanes.JoinAsync(turn.Pieces, complaint, cancellationToken);
        }

        return turn;
    }
}
