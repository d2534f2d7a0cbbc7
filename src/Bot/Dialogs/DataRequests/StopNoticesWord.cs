using SlrtBot.Bot.Dialogs.Navigation;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.DataRequests;

namespace SlrtBot.Bot.Dialogs.DataRequests;

/// <summary>No more news unasked. In the middle of a form "stop" means the form.</summary>
[Hears("notices.stop"), Guarded(AtRestOnly = true)]
internal sealed class StopNoticesWord(DialogCatalogue dialogs, StopNotices stop, CancelWord cancel) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!dialogs.Of(turn).IsAtRest(turn))
        {
            return await cancel.DoAsync(turn, answer with { Word = Words.Cancel, Choice = null }, cancellationToken);
        }

        await stop.DoAsync(turn.Conversation, true, turn.Context.By, cancellationToken);
        turn.Add(turn.Phrase("notices.stopped"));
        dialogs.Return(turn);
        return true;
    }
}
