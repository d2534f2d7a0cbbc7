using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Scams;

/// <summary>To choose the word that opens official messages, or to give it up.</summary>
[Hears(Choose, GiveUp), Guarded]
internal sealed class KeyWordWord(ChooseKeyWord act, StatusTeller status, DialogCatalogue dialogs, KeyWordDialog keyWord) : GlobalWord
{
    private const string Choose = "key_word";
    private const string GiveUp = "key_word.off";

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (KeyOf(answer) == GiveUp)
        {
            await act.DoAsync(turn.Conversation, null, turn.Context.By, cancellationToken);
            status.Say(turn, turn.Phrase("key_word.off"));
        }
        else if (dialogs.Of(turn).IsAtRest(turn))
        {
            keyWord.Begin(turn);
        }
        else
        {
            status.Say(turn, turn.Phrase("key_word.later"));
        }

        return true;
    }
}
