using System.Globalization;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>
/// Hears everything between words of an emergency and the answer whether it is safe, and in the quiet where it is not:
/// what is written goes to the officers, and is never taken for an answer to something else.
/// </summary>
[Unguarded("an emergency never waits")]
public sealed class SafetyAnswers(SafetyQuestion question, AnswerAlarm act, HearInDanger hear, PieceCollector pieces) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!turn.Conversation.IsInDanger || turn.Conversation.WithOfficer)
        {
            return false;
        }

        switch (answer)
        {
            case { Choice: SafetyQuestion.Yes or SafetyQuestion.Back } or { Word: Words.Resume or Words.Repeat }:
                await question.ReleaseAsync(turn, Danger.Safe, cancellationToken);
                break;
            case { Choice: SafetyQuestion.FalseAlarm }:
                await question.ReleaseAsync(turn, Danger.FalseAlarm, cancellationToken);
                break;
            case { Choice: SafetyQuestion.No }:
                await act.DoAsync(turn.Conversation, Danger.Unsafe, turn.Context.By, cancellationToken);
                turn.Conversation.DangerAt = null;
                SafetyQuestion.BeQuiet(turn, "emergency.quiet");
                break;
            case { IsStale: true } or { Choice: not null } or { Word: not (null or Words.Help) }:
                Remind(turn, answer);
                break;
            case { IsText: true } when IsBack(turn, answer.Text):
                await question.ReleaseAsync(turn, Danger.Safe, cancellationToken);
                break;
            default:
                await PassOnAsync(turn, answer, cancellationToken);
                break;
        }

        return true;
    }

    /// <summary>The pause after words at the question: one answer to all of them.</summary>
    /// <returns>False where there is no such question: it is a story.</returns>
    public static bool TryTakePieces(Turn turn, Collected collected)
    {
        if (turn.Conversation.Danger == Danger.Asked)
        {
            SafetyQuestion.Hold(turn, collected);
            turn.Add(turn.Phrase("emergency.passed_on"));
            SafetyQuestion.Ask(turn);
        }

        return turn.Conversation.IsInDanger;
    }

    /// <summary>Also long after, when the question itself is gone.</summary>
    private static bool IsBack(Turn turn, string text) => turn.Conversation.Danger == Danger.Unsafe
        && Words.Forms(turn.Phrases, $"also.{SafetyQuestion.Back}").Contains(TextFolding.Fold(text));

    /// <summary>Other words and buttons wait: an emergency has only this question.</summary>
    private static void Remind(Turn turn, Answer answer)
    {
        if (turn.Conversation.Danger == Danger.Unsafe)
        {
            SafetyQuestion.BeQuiet(turn, "emergency.come_back");
            return;
        }

        turn.Add(answer switch
        {
            { IsStale: true } => turn.Phrase("stale"),
            { Word: Words.Officer } => turn.Phrase("emergency.officer_knows"),
            _ => null,
        });
        SafetyQuestion.Ask(turn);
    }

    private async Task PassOnAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Place is { } place)
        {
            turn.WriteDown(turn.Phrases.Get(PhraseBook.Fallback, "emergency.place", ("place", string.Create(
                CultureInfo.InvariantCulture, $"{place.Latitude:0.######},{place.Longitude:0.######}"))));
        }

        await hear.DoAsync(turn.Conversation, turn.Context.Message, turn.Context.Files, turn.IsUrgent, turn.Context.By, cancellationToken);
        SafetyQuestion.HoldFiles(turn);
        if (turn.Conversation.Danger == Danger.Asked)
        {
            pieces.Keep(turn, answer);
            return;
        }

        if (turn.Conversation.DangerAt is null || turn.Conversation.DangerAt + EmergencyCard.Again <= turn.Context.Now)
        {
            turn.Conversation.DangerAt = turn.Context.Now;
            SafetyQuestion.BeQuiet(turn, "emergency.passed_on.quiet");
        }
    }
}
