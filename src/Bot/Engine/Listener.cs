namespace SlrtBot.Bot.Engine;

/// <summary>One way of hearing a message; docs/dialogs.md says who hears before whom.</summary>
public abstract class Listener
{
    /// <returns>True where the message was for this one: nobody further hears it.</returns>
    public abstract Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken);
}
