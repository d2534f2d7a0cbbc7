namespace SlrtBot.Bot.Dialogs.Listening;

/// <summary>One way of hearing a message; see <see cref="ListeningOrder"/> for who hears before whom.</summary>
public abstract class Listener
{
    /// <returns>True where the message was for this one: nobody further hears it.</returns>
    public abstract Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken);
}
