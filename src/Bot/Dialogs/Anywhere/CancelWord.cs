using SlrtBot.Core.Conversations;
using SlrtBot.Core.Rights;

namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>Ends what is under way and forgets it, asking first where much would be lost; or takes the consent back.</summary>
[Hears(Words.Cancel, Words.CancelForSure, Words.Withdraw)]
internal sealed class CancelWord(DialogCatalogue dialogs, OfficeCard office, ForgetDraft forget, OpenRequest request) : AnywhereWord
{
    private const int AnswersWorthAsking = 3;

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Of(turn);
        var word = KeyOf(answer);
        if (word == Words.Cancel && dialog.IsAtRest(turn))
        {
            turn.Add(turn.Phrase("cancel.nothing"));
            MenuDialog.Begin(turn);
            return true;
        }

        if (word == Words.Cancel && dialog.Answered(turn) >= AnswersWorthAsking)
        {
            turn.Show(dialog.Path(turn), turn.Question("cancel").With(
                turn.Option(Words.CancelForSure, ChoiceStyle.Danger), turn.Option(Words.Resume)));
            return true;
        }

        if (word == Words.Withdraw)
        {
            turn.StoreKept(KeptMessages.None);
        }

        await forget.DoAsync(turn.Conversation, turn.Context.By, cancellationToken);
        turn.Add(word == Words.Withdraw ? await WithdrawAsync(turn, cancellationToken) : turn.Phrase("cancelled"));
        MenuDialog.Begin(turn);
        return true;
    }

    private async Task<string> WithdrawAsync(Turn turn, CancellationToken cancellationToken)
    {
        await request.DoAsync(turn.Conversation, new(RightsKind.Withdraw), turn.Context.By, cancellationToken);
        turn.Conversation.ConsentVersion = null;
        turn.Conversation.ConsentAt = null;
        return $"{turn.Phrase("withdrawn")}\n{office.Address(turn)}";
    }
}
