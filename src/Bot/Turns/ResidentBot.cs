using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Corrections;
using SlrtBot.Bot.Dialogs.Emergencies;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Bot.Turns;

/// <summary>What a resident talks to: reads what was sent and gives it to the first who listens (<see cref="ListeningOrder"/>).</summary>
public sealed class ResidentBot(
    DialogCatalogue dialogs, AnswerReader reader, ListeningOrder listeners, PieceCollector pieces, SafetyAnswers safety, MessageChanges corrections, SpokenLanguage spoken,
    PhraseBook phrases, SpokenForms forms, FieldCipher cipher) : IBot
{
    public async Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = new Turn(turnContext, phrases, forms, cipher);
        switch (turnContext.Activity)
        {
            case { Type: ActivityTypes.Event, Name: EventNames.Pause }:
                await TakePiecesAsync(turn, cancellationToken);
                break;
            case { Type: ActivityTypes.MessageUpdate }:
                if (!await corrections.TakeAsync(turn, cancellationToken))
                {
                    return;
                }

                break;
            case not { Type: ActivityTypes.Message }:
                return;
            case { Conversation.IsGroup: true } spoken:
                RefuseGroup(turn, spoken);
                return;
            default:
                spoken.Follow(turn);
                await listeners.TakeAsync(turn, Read(turn), cancellationToken);
                break;
        }

        KeepWatch(turn);
        turn.End();
    }

    public bool EndsPause(TurnContext turnContext)
    {
        var turn = new Turn(turnContext, phrases, forms, cipher);
        var answer = reader.Read(turnContext.Activity, turn.Open);
        return turnContext.Activity.Type == ActivityTypes.Message && !pieces.TakesAlbum(answer) && !pieces.Takes(turn, answer);
    }

    private Answer Read(Turn turn)
    {
        var answer = reader.Read(turn.Context.Activity, turn.Open);
        NotePress(turn, answer);
        answer = NotKept.SetAside(turn, answer);
        return WrittenNumbers.Take(turn, answer, dialogs.Of(turn).AsksForNumber(turn, answer.Text));
    }

    /// <summary>Complaints are told in private; a group is answered only where it calls the bot by a command.</summary>
    private static void RefuseGroup(Turn turn, Activity spoken)
    {
        if (spoken.Text?.StartsWith('/') == true)
        {
            turn.SayApart(turn.Phrase("not_in_groups"));
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
        if (await safety.TryTakePiecesAsync(turn, collected, cancellationToken))
        {
            return;
        }

        turn.IsUrgent = collected.IsUrgent;
        turn.Add(collected.Photos > 0 && turn.Conversation.Prompt is null ? turn.Phrase("welcome.short") : null);
        turn.Add(collected.Photos > 0 ? turn.Phrase(collected.Papers > 0 ? "kept.documents" : "kept.photos", ("count", collected.Photos)) : null);
        if (collected.Texts.Count > 0)
        {
            var words = new Answer { Text = string.Join('\n', collected.Texts), Numbers = collected.Numbers, ReplyTo = collected.ReplyTo };
            await listeners.TakeStoryAsync(turn, words, cancellationToken);
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
        turn.Conversation.DraftDueAt = isUnsent || turn.Conversation.Held is not null ? turn.Context.Now + TendDraft.Silence : null;
        turn.Conversation.DraftNudgedAt = null;
    }

    /// <summary>A press has no words: staff read the button's label in the thread.</summary>
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
