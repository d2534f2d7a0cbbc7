using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Navigation;

/// <summary>The question before.</summary>
[Hears(Words.Back)]
[Unguarded("it belongs to the form of whoever holds the phone")]
internal sealed class BackWord(DialogCatalogue dialogs) : GlobalWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        dialogs.Shown(turn).Back(turn);
        return Task.FromResult(true);
    }
}
