using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Changes;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>The other pictures of an album go where its first one went, or wait with it, and need no answer of their own.</summary>
[Guarded]
public sealed class RestOfAlbum(DialogCatalogue dialogs, AddToComplaint add) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var kept = turn.Kept();
        if (answer.Album is null || answer.Album != kept.Album || dialogs.Of(turn).Expects(turn))
        {
            return false;
        }

        if (kept.AlbumOf is not { } complaintId)
        {
            turn.StoreKept(kept.And(turn.Sent(answer)));
            return true;
        }

        return (await add.DoAsync(complaintId, turn.Sent(answer), turn.Context.By, cancellationToken)).Succeeded;
    }
}
