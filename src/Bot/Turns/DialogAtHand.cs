using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Files;

namespace SlrtBot.Bot.Turns;

/// <summary>The dialog under way, else the menu. The last to hear: what comes here is always taken.</summary>
[Unguarded("each dialog says it for itself")]
public sealed class DialogAtHand(DialogCatalogue dialogs, PieceCollector pieces) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var before = turn.Open;
        if (!await dialogs.Of(turn).TakeAsync(turn, answer, cancellationToken))
        {
            await dialogs.Menu.TakeAsync(turn, answer, cancellationToken);
        }

        if (turn.IsUrgent && turn.Conversation.Dialog == ComplaintDialog.DialogName)
        {
            ComplaintDialog.MarkUrgent(turn);
        }

        if (pieces.TakesAlbum(answer) && !dialogs.Of(turn).IsAtRest(turn))
        {
            turn.Context.Unsay();
            turn.Reopen(before);
            pieces.AddAlbum(turn, [.. turn.Context.Files.Where(f => f.State != FileState.Refused)]);
        }

        return true;
    }
}
