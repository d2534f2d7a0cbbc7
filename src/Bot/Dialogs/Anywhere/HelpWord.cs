namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>The present question in other words, and the words that always hold.</summary>
[Hears(Words.Help)]
[Unguarded("it explains the question at hand")]
internal sealed class HelpWord(DialogCatalogue dialogs) : AnywhereWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        turn.Add(dialogs.Of(turn).Help(turn));
        turn.Add(turn.Phrase("help"));
        dialogs.Return(turn);
        return Task.FromResult(true);
    }
}
