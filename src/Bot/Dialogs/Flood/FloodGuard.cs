using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Flood;

/// <summary>One polite notice to a chat that writes without end, then silence for a minute. Files are kept in any case, and have few answers.</summary>
[Unguarded("it looks at how much is written, not at what")]
public sealed class FloodGuard(FloodWatch floods) : Listener
{
    public override Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var flood = answer.Files.Count > 0 ? Flood.None : floods.Count(turn.Conversation.Id, turn.Context.Now);
        turn.Add(flood == Flood.Begins ? turn.Phrase("flood") : null);
        return Task.FromResult(flood != Flood.None);
    }
}
