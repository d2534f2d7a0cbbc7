namespace SlrtBot.Bot.Engine;

/// <summary>A button of a question that is no longer open: the present one is asked.</summary>
[Unguarded("it shows the question at hand; a guarded dialog has none")]
public sealed class StaleButton(DialogCatalogue dialogs) : Listener
{
    public override Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.IsStale)
        {
            turn.Add(turn.Phrase("stale"));
            dialogs.Return(turn);
        }

        return Task.FromResult(answer.IsStale);
    }
}
