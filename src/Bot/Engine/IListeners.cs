namespace SlrtBot.Bot.Engine;

/// <summary>All who listen, in their order: for a dialog that has held words back and gives them on to whom they are for.</summary>
public interface IListeners
{
    /// <summary>Words that mean nothing by themselves: no button, no word that holds everywhere.</summary>
    Task TakeWordsAsync(Turn turn, Answer answer, CancellationToken cancellationToken);
}
