namespace SlrtBot.Bot.Engine;

/// <summary>
/// Something that a resident may say or press at every step. One class each, found by its <see cref="HearsAttribute"/>;
/// made only in the turn that needs it.
/// </summary>
public abstract class GlobalWord
{
    /// <returns>False where it is not for this word after all: the turn goes on as if it had not been heard.</returns>
    public abstract Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken);

    /// <summary>The key that was typed or pressed.</summary>
    protected static string KeyOf(Answer answer) => answer.Word ?? answer.Choice ?? "";
}
