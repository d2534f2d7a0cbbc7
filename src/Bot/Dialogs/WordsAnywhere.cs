using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs;

/// <summary>Does what the words say that hold at every step, and then returns to the question at hand.</summary>
public sealed class WordsAnywhere(
    DialogCatalogue dialogs, StatusTeller status, OfficeCard office, AreaCatalogue areas, ForgetDraft forget)
{
    private const int AnswersWorthAsking = 3;
    private const string VillageLink = "d_";
    private const string LanguagePrefix = "language.";

    /// <returns>False where the answer is none of these words.</returns>
    public async Task<bool> TryAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Of(turn);
        switch (answer.Word ?? answer.Choice)
        {
            case Words.Start:
                Start(turn, dialog);
                return true;
            case Words.Menu:
                ShowMenu(turn, dialog);
                return true;
            case Words.Report:
                await ReportAsync(turn, dialog, cancellationToken);
                return true;
            case Words.Status:
                await status.TellAllAsync(turn, cancellationToken);
                dialogs.Return(turn);
                return true;
            case Words.Language:
                turn.Show(dialog.Path(turn), turn.Question("language").With(turn.Option("language.id"), turn.Option("language.en")));
                return true;
            case { } key when key.StartsWith(LanguagePrefix, StringComparison.Ordinal):
                turn.Conversation.Language = key[LanguagePrefix.Length..];
                turn.Add(turn.Phrase("language.changed"));
                dialogs.Return(turn);
                return true;
            case Words.Officer:
                turn.Add($"{turn.Phrase("officer")}\n{office.Address(turn)}");
                dialogs.Return(turn);
                return true;
            case Words.Help:
                turn.Add(dialog.Help(turn));
                turn.Add(turn.Phrase("help"));
                dialogs.Return(turn);
                return true;
            case Words.Privacy:
                turn.SayApart(turn.Phrase("consent.full", ("years", office.RetentionYears)));
                dialogs.Return(turn);
                return true;
            case Words.Back:
                dialog.Back(turn);
                return true;
            case Words.Resume or Words.Repeat:
                turn.Conversation.Misunderstood = 0;
                dialogs.Return(turn);
                return true;
            case Words.Skip when answer.Word is not null:
                dialog.ShowPuzzled(turn, turn.Phrase("skip.not_here"));
                return true;
            case Words.Cancel or Words.CancelForSure or Words.Withdraw:
                await EndAsync(turn, dialog, answer.Word ?? answer.Choice!, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private void Start(Turn turn, Dialog dialog)
    {
        var parameter = turn.Context.Activity.ReadDeepLink();
        if (parameter?.StartsWith(VillageLink, StringComparison.Ordinal) == true
            && AreaCode.Normalise(parameter[VillageLink.Length..]) is { } code
            && areas.Find(code) is { Level: AreaLevel.Village })
        {
            turn.Conversation.VillageCode = code;
            turn.Add(turn.Phrase("welcome.village", ("village", areas.Path(code))));
        }

        if (dialog.IsAtRest(turn))
        {
            MenuDialog.Welcome(turn);
            return;
        }

        turn.Add(turn.Phrase("draft.resumed"));
        dialog.Show(turn);
    }

    private static void ShowMenu(Turn turn, Dialog dialog)
    {
        if (dialog.IsAtRest(turn))
        {
            MenuDialog.Begin(turn);
            return;
        }

        turn.Show(dialog.Path(turn), turn.Question("menu.under_way").With(
            turn.Option(Words.Resume, ChoiceStyle.Success), turn.Option(Words.Status), turn.Option(Words.Language),
            turn.Option(Words.Officer), turn.Option(Words.Cancel, ChoiceStyle.Danger)));
    }

    private async Task ReportAsync(Turn turn, Dialog dialog, CancellationToken cancellationToken)
    {
        if (dialog.IsAtRest(turn))
        {
            await dialogs.Complaint.BeginAsync(turn, null, cancellationToken);
            return;
        }

        turn.Add(turn.Phrase("draft.resumed"));
        dialog.Show(turn);
    }

    private async Task EndAsync(Turn turn, Dialog dialog, string word, CancellationToken cancellationToken)
    {
        if (word == Words.Cancel && dialog.IsAtRest(turn))
        {
            turn.Add(turn.Phrase("cancel.nothing"));
            MenuDialog.Begin(turn);
            return;
        }

        if (word == Words.Cancel && dialog.Answered(turn) >= AnswersWorthAsking)
        {
            turn.Show(dialog.Path(turn), turn.Question("cancel").With(
                turn.Option(Words.CancelForSure, ChoiceStyle.Danger), turn.Option(Words.Resume)));
            return;
        }

        await forget.DoAsync(turn.Conversation, turn.Context.By, cancellationToken);
        if (word == Words.Withdraw)
        {
            turn.Conversation.ConsentVersion = null;
            turn.Conversation.ConsentAt = null;
            turn.Add($"{turn.Phrase("withdrawn")}\n{office.Address(turn)}");
        }
        else
        {
            turn.Add(turn.Phrase("cancelled"));
        }

        MenuDialog.Begin(turn);
    }
}
