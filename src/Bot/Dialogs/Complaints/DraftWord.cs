using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>The buttons under the reminder of an unsent complaint; one of another draft is an old button.</summary>
[Hears(TendDraft.ResumeKey, TendDraft.DeleteKey)]
[Unguarded("an unsent form belongs to whoever holds the phone")]
internal sealed class DraftWord(DialogCatalogue dialogs, ForgetDraft forget) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var key = KeyOf(answer);
        if (turn.Conversation.DraftId is not { } draft || !key.EndsWith($"{draft:N}", StringComparison.Ordinal)
            || dialogs.Of(turn).IsAtRest(turn))
        {
            StaleButton.Tell(turn, dialogs);
            return true;
        }

        if (key.StartsWith(TendDraft.DeleteKey, StringComparison.Ordinal))
        {
            await forget.DoAsync(turn.Conversation, turn.Context.By, cancellationToken);
            turn.Add(turn.Phrase("cancelled"));
            MainMenu.Begin(turn);
            return true;
        }

        turn.Conversation.Misunderstood = 0;
        turn.Add(turn.Phrase("draft.resumed"));
        dialogs.Return(turn);
        return true;
    }
}
