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
        if (dialog.Expects(turn) || !await pending.TryAskAgainAsync(turn, NotKept.Sentence(turn, kind), cancellationToken))
        {
            (dialog.Expects(turn) ? dialog : dialogs.Menu).ShowPuzzled(turn, NotKept.Sentence(turn, kind));
        }

        return true;
    }
}
