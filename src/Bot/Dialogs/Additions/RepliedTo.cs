using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>A reply to a message about one complaint is for that one: nothing is asked.</summary>
[Guarded]
public sealed class RepliedTo(DialogCatalogue dialogs, SmallTalk talk, RepliedComplaint replied, Addenda addenda) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var folded = TextFolding.Fold(answer.Text);
        if (answer.ReplyTo is not { } messageId || !answer.IsMaterial() || dialogs.Of(turn).Expects(turn)
            || talk.IsThanks(folded) || talk.IsGreeting(folded)
            || await replied.OfAsync(turn.Conversation.Id, messageId, cancellationToken) is not { } complaint)
        {
            return false;
        }

        var sent = turn.Sent(answer);
        if (await addenda.JoinAsync(turn, complaint, sent, cancellationToken) is { } told)
        {
            turn.Add(told);
            return true;
        }

        turn.StoreKept(turn.Kept().And(sent));
        await addenda.SayRefusedAsync(turn, complaint, cancellationToken);
        return true;
    }
}
