using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Bot.Engine;

/// <summary>Does what the words say that hold at every step.</summary>
[Unguarded("each of its words says it for itself")]
public sealed class GlobalWordListener(GlobalWordCatalogue catalogue, IServiceProvider services) : Listener
{
    public override Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken) =>
        (answer.Word ?? answer.Choice) is { } key && catalogue.Find(key) is { } type
            ? ((GlobalWord)services.GetRequiredService(type)).DoAsync(turn, answer, cancellationToken)
            : Task.FromResult(false);
}
