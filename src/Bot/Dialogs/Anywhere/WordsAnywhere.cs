using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>Does what the words say that hold at every step.</summary>
public sealed class WordsAnywhere(AnywhereCatalogue catalogue, IServiceProvider services)
{
    /// <returns>False where the answer is none of these words.</returns>
    public Task<bool> TryAsync(Turn turn, Answer answer, CancellationToken cancellationToken) =>
        (answer.Word ?? answer.Choice) is { } key && catalogue.Find(key) is { } type
            ? ((AnywhereWord)services.GetRequiredService(type)).DoAsync(turn, answer, cancellationToken)
            : Task.FromResult(false);
}
