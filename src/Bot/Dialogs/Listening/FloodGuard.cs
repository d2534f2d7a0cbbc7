namespace SlrtBot.Bot.Dialogs.Listening;

/// <summary>One polite notice to a chat that writes without end, then silence for a minute. Files are kept in any case, and have few answers.</summary>
public sealed class FloodGuard(FloodWatch floods) : Listener
{
    public override Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var flood = answer.Files.Count > 0 ? Flood.None : floods.Count(turn.Conversation.Id, turn.Context.Now);
        turn.Add(flood == Flood.Begins ? turn.Phrase("flood") : null);
        return Task.FromResult(flood != Flood.None);
    }
}
