using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Navigation;

/// <summary>Ends what is under way and forgets it, asking first where much would be lost.</summary>
[Hears(Words.Cancel, Words.CancelForSure)]
[Unguarded("it ends the form of whoever holds the phone, and nothing that was sent")]
internal sealed class CancelWord(DialogCatalogue dialogs, ForgetDraft forget) : GlobalWord
{
    private const int AnswersWorthAsking = 3;

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Of(turn);
        var word = KeyOf(answer);
        if (word == Words.Cancel && dialog.IsAtRest(turn))
        {
            turn.Add(turn.Phrase("cancel.nothing"));
            MainMenu.Begin(turn);
            return true;
        }

        // "iya gajadi deh" answers the question whether it is meant.
        if (word == Words.Cancel && dialog.Answered(turn) >= AnswersWorthAsking && !turn.Open.Offers(Words.CancelForSure))
        {
            turn.Show(dialog.Path(turn), turn.Question("cancel").With(
                turn.Option(Words.CancelForSure, ChoiceStyle.Danger), turn.Option(Words.Resume)));
            return true;
        }

        await forget.DoAsync(turn.Conversation, turn.Context.By, cancellationToken);
        turn.Add(turn.Phrase("cancelled"));
        MainMenu.Begin(turn);
        return true;
    }
}
