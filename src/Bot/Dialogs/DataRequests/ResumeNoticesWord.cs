using SlrtBot.Bot.Engine;
using SlrtBot.Core.DataRequests;

namespace SlrtBot.Bot.Dialogs.DataRequests;

/// <summary>News unasked again.</summary>
[Hears("notices.resume"), Guarded]
internal sealed class ResumeNoticesWord(DialogCatalogue dialogs, StopNotices stop) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        await stop.DoAsync(turn.Conversation, false, turn.Context.By, cancellationToken);
        turn.Add(turn.Phrase("notices.resumed"));
        dialogs.Return(turn);
        return true;
    }
}
