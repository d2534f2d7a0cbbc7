using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>Something came while it is asked which complaint a message was for: it waits as well, or is no answer.</summary>
[Guarded]
public sealed class PendingAddendum(Addenda addenda, AddendumQuestion question) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!answer.IsMaterial())
        {
            return await TryAskAgainAsync(turn, NotKept.NotNeeded(turn, answer), cancellationToken);
        }

        if (!IsOpen(turn) || await addenda.UnderWayAsync(turn, cancellationToken) is not { Count: > 0 } underWay)
        {
            return false;
        }

        if (answer.IsText && ScamWarning.NextAfterSending(turn, answer.Text) is { } bank)
        {
            turn.SayApart(bank);
            await question.AskAsync(turn, underWay, null, cancellationToken);
            return true;
        }

        await question.KeepAndAskAsync(turn, turn.Sent(answer), underWay, cancellationToken);
        return true;
    }

    /// <param name="because">What came instead of an answer.</param>
    /// <returns>False where nothing of the kind is asked.</returns>
    public async Task<bool> TryAskAgainAsync(Turn turn, string? because, CancellationToken cancellationToken)
    {
        if (!IsOpen(turn) || await addenda.UnderWayAsync(turn, cancellationToken) is not { Count: > 0 } underWay)
        {
            return false;
        }

        await question.AskAsync(turn, underWay, because ?? turn.Phrase("retry.sorry"), cancellationToken);
        return true;
    }

    private static bool IsOpen(Turn turn) =>
        turn.Open.Step == AddendumQuestion.Step && !turn.Kept().IsEmpty && !turn.IsLocked;
}
