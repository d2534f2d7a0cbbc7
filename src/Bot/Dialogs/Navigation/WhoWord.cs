using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Navigation;

/// <summary>"Kamu siapa?": a bot says that it is one whenever it is asked.</summary>
[Hears("who")]
[Unguarded("it says who we are")]
internal sealed class WhoWord(DialogCatalogue dialogs) : GlobalWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (dialogs.Of(turn).IsAtRest(turn))
        {
            MainMenu.Welcome(turn);
        }
        else
        {
            turn.Add(turn.Phrase("welcome.short"));
            dialogs.Return(turn);
        }

        return Task.FromResult(true);
    }
}
