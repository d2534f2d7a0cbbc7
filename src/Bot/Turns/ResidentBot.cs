using SlrtBot.Bot.Dialogs;
using SlrtBot.Bot.Dialogs.Afterwards;
using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Officers;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// What a resident talks to. Emergency words are heard first; an officer who has the chat hears the rest. Else come the words that hold everywhere, then a complaint's
/// number; pieces of a story are kept until it has ended; the rest belongs to the dialog under way, to a question that
/// staff have asked, or to the menu.
/// </summary>
public sealed class ResidentBot(
    DialogCatalogue dialogs, AnswerReader reader, WordsAnywhere anywhere, StatusTeller status, StaffQuestions questions,
    ReceiptAnswers receipts, EmergencyCard emergency, OfficerLine officer, PieceCollector pieces, FloodWatch floods, PhraseBook phrases, FieldCipher cipher) : IBot
{
    public async Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = new Turn(turnContext, phrases, cipher);
        if (turnContext.Activity is { Type: ActivityTypes.Event, Name: EventNames.Pause })
        {
            await TakePiecesAsync(turn, cancellationToken);
            KeepWatch(turn);
            turn.End();
            return;
        }

        if (turnContext.Activity.Type != ActivityTypes.Message)
        {
            return;
        }

        if (turnContext.Activity.Conversation?.IsGroup == true)
        {
            if (turnContext.Activity.Text?.StartsWith('/') == true)
            {
                turn.SayApart(turn.Phrase("not_in_groups"));
            }

            return;
        }

        var answer = reader.Read(turnContext.Activity, turn.Open);
        NotePress(turn, answer);
        await TakeAsync(turn, WrittenNumbers.Take(turn, answer, dialogs.Of(turn).AsksForNumber(turn, answer.Text)), cancellationToken);
        KeepWatch(turn);
        turn.End();
    }

    public bool EndsPause(TurnContext turnContext)
    {
        var turn = new Turn(turnContext, phrases, cipher);
        var answer = reader.Read(turnContext.Activity, turn.Open);
        return turnContext.Activity.Type == ActivityTypes.Message && !pieces.TakesAlbum(answer) && !pieces.Takes(turn, answer);
    }

    private async Task TakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var alarm = emergency.Hear(answer);
        var isUrgent = alarm is not null;
        if (alarm is not null)
        {
            await emergency.CallAsync(turn, alarm, cancellationToken);
        }

        if (await officer.TryTakeAsync(turn, answer, cancellationToken))
        {
            return;
        }

        if (pieces.Takes(turn, answer))
        {
            pieces.Add(turn, answer, isUrgent);
            return;
        }

        if (Silences(turn, answer))
        {
            return;
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

        await HandOnAsync(turn, answer, isUrgent, cancellationToken);
        if (pieces.TakesAlbum(answer) && !dialogs.Of(turn).IsAtRest(turn))
        {
            turn.Context.Unsay();
            pieces.AddPhotos(turn, turn.Context.Files.Count(f => f.State != FileState.Refused));
        }
    }

    /// <summary>Files are kept in any case, and have few answers.</summary>
    private bool Silences(Turn turn, Answer answer)
    {
        var flood = answer.Files.Count > 0 ? Flood.None : floods.Count(turn.Conversation.Id, turn.Context.Now);
        turn.Add(flood == Flood.Begins ? turn.Phrase("flood") : null);
        return flood != Flood.None;
    }

    /// <summary>To whoever it is for: the officer who has asked, the dialog under way, the menu.</summary>
    private async Task HandOnAsync(Turn turn, Answer answer, bool isUrgent, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Of(turn);
        if (!dialog.Expects(turn)
            && (await receipts.TryAnswerAsync(turn, answer, cancellationToken)
                || await questions.TryAnswerAsync(turn, answer, cancellationToken)
                || status.TryRefuseNationalId(turn, answer.Text)))
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

    private async Task TakePiecesAsync(Turn turn, CancellationToken cancellationToken)
    {
        // An officer who came in between has read the pieces in the thread.
        if (turn.Collected() is not { } collected || turn.Conversation.WithOfficer)
        {
            return;
        }

        turn.Context.Pieces = collected.Messages;
        turn.Add(collected.Photos > 0 ? turn.Phrase("kept.photos", ("count", collected.Photos)) : null);
        if (collected.Texts.Count > 0)
        {
            await HandOnAsync(turn, new Answer { Text = string.Join('\n', collected.Texts), Numbers = collected.Numbers }, collected.IsUrgent, cancellationToken);
        }
        else
        {
            dialogs.Return(turn);
        }
    }

    /// <summary>A complaint that is not sent yet is looked after: see <see cref="TendDraft"/>.</summary>
    private void KeepWatch(Turn turn)
    {
        var isUnsent = turn.Conversation.Dialog == ComplaintDialog.DialogName && !dialogs.Of(turn).IsAtRest(turn);
        turn.Conversation.DraftDueAt = isUnsent ? turn.Context.Now + TendDraft.Silence : null;
        turn.Conversation.DraftNudgedAt = null;
    }

    private static void NotePress(Turn turn, Answer answer)
    {
        if (turn.Context.Activity.ReadPress() is not { } token || answer.Choice is not { } key)
        {
            return;
        }

        var label = $"choice.{AboutComplaint.WordOf(key)}";
        if (turn.Open.OfToken(token)?.Label is { } pressed)
        {
            turn.WriteDown(pressed);
        }
        else if (turn.Has(label))
        {
            turn.WriteDown(turn.Phrase(label));
        }
    }
}
