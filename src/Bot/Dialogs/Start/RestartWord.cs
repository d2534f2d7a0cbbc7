using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Start;

/// <summary>"Ulangi dari awal": the complaint under way is forgotten and begun anew, asking first where much would be lost.</summary>
[Hears(Key, ForSure)]
[Unguarded("it ends the form of whoever holds the phone, and nothing that was sent")]
internal sealed class RestartWord(DialogCatalogue dialogs, ForgetDraft forget, ComplaintDialog complaint) : GlobalWord
{
    private const string Key = "restart";
    private const string ForSure = "restart.sure";
    private const int AnswersWorthAsking = 3;

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Of(turn);
        if (dialog.IsAtRest(turn) || dialog.Name != ComplaintDialog.DialogName)
        {
            MainMenu.Welcome(turn);
            return true;
        }

        if (KeyOf(answer) == Key && dialog.Answered(turn) >= AnswersWorthAsking)
        {
            turn.Show(dialog.Path(turn), turn.Question(Key).With(
                turn.Option(ForSure, ChoiceStyle.Danger), turn.Option(Words.Resume)));
            return true;
        }

        await forget.DoAsync(turn.Conversation, turn.Context.By, cancellationToken);
        MainMenu.Rest(turn);
        turn.Add(turn.Phrase("restarted"));
        await complaint.BeginAsync(turn, null, cancellationToken);
        return true;
    }
}
