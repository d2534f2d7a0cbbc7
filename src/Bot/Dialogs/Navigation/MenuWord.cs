using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Navigation;

/// <summary>What else can be done here; a complaint under way is kept.</summary>
[Hears(Words.Menu)]
[Unguarded("it shows what can be done")]
internal sealed class MenuWord(DialogCatalogue dialogs) : GlobalWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Of(turn);
        if (dialog.IsAtRest(turn))
        {
            MainMenu.Begin(turn);
        }
        else
        {
            turn.Show(dialog.Path(turn), turn.Question("menu.under_way").With(
                turn.Option(Words.Resume, ChoiceStyle.Success), turn.Option(Words.Status), turn.Option(Words.Language),
                turn.Option(Words.Officer), turn.Option(Words.Cancel, ChoiceStyle.Danger)));
        }

        return Task.FromResult(true);
    }
}
