namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>The question before.</summary>
[Hears(Words.Back)]
internal sealed class BackWord(DialogCatalogue dialogs) : AnywhereWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        dialogs.Of(turn).Back(turn);
        return Task.FromResult(true);
    }
}
