namespace SlrtBot.Bot.Engine;

/// <summary>A button of a question that is no longer open: the present one is asked.</summary>
[Unguarded("it shows the question at hand; a guarded dialog has none")]
public sealed class StaleButton(DialogCatalogue dialogs) : Listener
{
    public override Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.IsStale)
        {
            Tell(turn, dialogs);
        }

        return Task.FromResult(answer.IsStale);
    }

    public static void Tell(Turn turn, DialogCatalogue dialogs)
    {
        if (dialogs.Shown(turn).Reassurance(turn) is { } calm)
        {
            MainMenu.ShowAfter(turn, turn.Phrase("stale.sent"), calm);
            return;
        }

        turn.Add(turn.Phrase("stale"));
        dialogs.Return(turn);
    }
}
