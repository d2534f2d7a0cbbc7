using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>A complaint's number, by itself: how far has it come?</summary>
[Guarded]
public sealed class WrittenReference(StatusTeller status) : Listener
{
    public override Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken) =>
        answer.IsText ? status.TellOneAsync(turn, answer.Text, cancellationToken) : Task.FromResult(false);
}
