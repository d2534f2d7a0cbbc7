using SlrtBot.Bot.Dialogs;
using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// What a resident talks to. Emergency words are heard first, then the words that hold everywhere, then a complaint's
/// number; the rest belongs to the dialog under way, to a question that staff have asked, or to the menu.
/// </summary>
public sealed class ResidentBot(
    DialogCatalogue dialogs, AnswerReader reader, WordsAnywhere anywhere, StatusTeller status, StaffQuestions questions,
    EmergencyCard emergency, PhraseBook phrases, FieldCipher cipher) : IBot
{
    public async Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
        {
            return;
        }

        var turn = new Turn(turnContext, phrases, cipher);
        if (turnContext.Activity.Conversation?.IsGroup == true)
        {
            if (turnContext.Activity.Text?.StartsWith('/') == true)
            {
                turn.SayApart(turn.Phrase("not_in_groups"));
            }

            return;
        }

        var answer = reader.Read(turnContext.Activity, turn.Open);
        NotePress(turn);
        await TakeAsync(turn, answer, cancellationToken);
        turn.End();
    }

    private async Task TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Of(turn);
        var isUrgent = emergency.Heard(answer);
        if (isUrgent)
        {
            emergency.Show(turn);
        }

        if (answer.IsStale)
        {
            turn.Add(turn.Phrase("stale"));
            dialogs.Return(turn);
            return;
        }

        if (await anywhere.TryAsync(turn, answer, cancellationToken))
        {
            return;
        }

        answer = answer.Rest.Length > 0 ? answer with { Word = null, Rest = "" } : answer;
        if (answer.IsText && await status.TellOneAsync(turn, answer.Text, cancellationToken))
        {
            return;
        }

        if (dialog.IsAtRest(turn)
            && (await questions.TryAnswerAsync(turn, answer, cancellationToken) || status.TryRefuseNationalId(turn, answer.Text)))
        {
            return;
        }

        if (!await dialog.TakeAsync(turn, answer, cancellationToken))
        {
            await dialogs.Menu.TakeAsync(turn, answer, cancellationToken);
        }

        if (isUrgent && turn.Conversation.Dialog == ComplaintDialog.DialogName)
        {
            ComplaintDialog.MarkUrgent(turn);
        }
    }

    private static void NotePress(Turn turn)
    {
        if (turn.Context.Activity.ReadPress() is { } token && turn.Open.OfToken(token) is { } pressed)
        {
            turn.WriteDown(pressed.Label);
        }
    }
}
