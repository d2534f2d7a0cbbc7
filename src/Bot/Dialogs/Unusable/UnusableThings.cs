using SlrtBot.Bot.Dialogs.Additions;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Unusable;

/// <summary>
/// A sticker, a video, a poll, a message without anything: said what it was, and the present question asked again.
/// Nobody's answer, so that it neither begins a complaint nor counts as what staff have asked for.
/// </summary>
[Unguarded("it names what was sent now, and asks what is open")]
public sealed class UnusableThings(DialogCatalogue dialogs, PendingAddendum pending) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Unusable is not { } kind || answer.Text.Length > 0 || answer.Choice is not null)
        {
            return false;
        }

        var dialog = dialogs.Of(turn);
        var said = NotKept.Sentence(turn, kind);
        if (dialog.Expects(turn))
        {
            dialog.ShowPuzzled(turn, said);
        }
        else if (await pending.TryAskAgainAsync(turn, said, cancellationToken))
        {
            return true;
        }
        else if (dialogs.Shown(turn).Reassurance(turn) is { } calm)
        {
            MainMenu.ShowAfter(turn, said, calm);
        }
        else
        {
            dialogs.Menu.ShowPuzzled(turn, said);
        }

        return true;
    }
}
