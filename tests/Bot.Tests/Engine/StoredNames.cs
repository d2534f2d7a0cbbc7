using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Tests.Engine;

/// <summary>
/// Every name by which a chat that is under way finds its place again, one a line: dialogs, steps, what lies sealed with
/// the conversation, words and buttons. Classes and folders have other names, which are free to change.
/// </summary>
internal static class StoredNames
{
    public static IEnumerable<string> Of(IServiceProvider services) =>
    [
        .. DialogTypes.Known.SelectMany(type => Of(type, services)),
        .. Shape("prompt", typeof(OpenPrompt)), .. Shape("collected", typeof(Collected)), .. Shape("held", typeof(Held)), .. Shape("kept", typeof(KeptMessages)),
        .. GlobalWordCatalogue.Types.SelectMany(t => t.GetCustomAttribute<HearsAttribute>()!.Keys).Select(key => $"word {key}"),
        .. services.GetRequiredService<PhraseBook>().Keys(PhraseBook.Fallback)
            .Where(key => key.StartsWith("choice.", StringComparison.Ordinal)).Select(key => $"button {key["choice.".Length..]}"),
    ];

    private static IEnumerable<string> Of(Type type, IServiceProvider services)
    {
        var name = type.GetCustomAttribute<StoredAsAttribute>()!.Name;
        yield return $"dialog {name}";
        if (type.BaseType is not { IsGenericType: true } stepwise)
        {
            yield break;
        }

        var steps = stepwise.GetProperty("Steps", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(services.GetRequiredService(type))!;
        foreach (var step in (System.Collections.IEnumerable)steps)
        {
            yield return $"step {name}/{step.GetType().GetProperty("Name")!.GetValue(step)}";
        }

        foreach (var line in Shape($"draft {name}", stepwise.GenericTypeArguments[0]))
        {
            yield return line;
        }
    }

    /// <summary>The JSON of a type, as far down as it is of ours.</summary>
    private static IEnumerable<string> Shape(string path, Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => !p.IsDefined(typeof(JsonIgnoreAttribute)))
        .SelectMany(p => Unwrap(p.PropertyType) is var inner && inner.IsEnum ? [$"{path}.{p.Name} {string.Join('|', Enum.GetNames(inner))}"]
            : inner.Namespace!.StartsWith("SlrtBot", StringComparison.Ordinal) ? Shape($"{path}.{p.Name}", inner)
            : new[] { $"{path}.{p.Name} {inner.Name}" });

    private static Type Unwrap(Type type) => Nullable.GetUnderlyingType(type)
        ?? (type.IsGenericType ? type.GenericTypeArguments[0] : type);
}
