using System.Collections.Frozen;
using System.Reflection;

namespace SlrtBot.Bot.Engine;

/// <summary>Which class hears which key: read once per program, so that a turn looks up one word and makes one class.</summary>
public sealed class GlobalWordCatalogue
{
    private readonly FrozenDictionary<string, Type> _exact;
    private readonly FrozenSet<string> _withMore;
    private readonly FrozenSet<string> _withCode;
    private readonly FrozenDictionary<Type, GuardedAttribute> _guards;
    private readonly (string Prefix, Type Type)[] _families;

    /// <exception cref="InvalidOperationException">Two classes hear one key, or one hears none.</exception>
    public GlobalWordCatalogue(IEnumerable<Type> types)
    {
        var heard = types.Select(t => (Type: t, Hears: Hears(t))).SelectMany(h => h.Hears.Keys.Select(key => (key, h.Type, h.Hears))).ToList();
        if (heard.GroupBy(h => h.key).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException($"'{twice.Key}' is heard by {string.Join(" and ", twice.Select(h => h.Type.Name))}.");
        }

        _exact = heard.Where(h => !h.key.EndsWith('.')).ToFrozenDictionary(h => h.key, h => h.Type, StringComparer.Ordinal);
        _families = [.. heard.Where(h => h.key.EndsWith('.')).Select(h => (h.key, h.Type))];
        _withMore = heard.Where(h => h.Hears.WithMore).Select(h => h.key).ToFrozenSet(StringComparer.Ordinal);
        _withCode = heard.Where(h => h.Hears.WithMore || h.Hears.WithCode).Select(h => h.key).ToFrozenSet(StringComparer.Ordinal);
        _guards = heard.Select(h => h.Type).Distinct().Select(t => (Type: t, Guard: t.GetCustomAttribute<GuardedAttribute>()))
            .Where(t => t.Guard is not null).ToFrozenDictionary(t => t.Type, t => t.Guard!);
    }

    /// <summary>All of this assembly.</summary>
    public static IEnumerable<Type> Types =>
        typeof(GlobalWord).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(GlobalWord)) && !t.IsAbstract);

    /// <summary>Null where the key is not heard everywhere.</summary>
    public Type? Find(string key)
    {
        if (_exact.TryGetValue(key, out var type))
        {
            return type;
        }

        foreach (var family in _families)
        {
            if (key.StartsWith(family.Prefix, StringComparison.Ordinal))
            {
                return family.Type;
            }
        }

        return null;
    }

    /// <summary>Null where the key is not heard everywhere, or leads to nothing personal.</summary>
    public GuardedAttribute? GuardOf(string key) => Find(key) is { } type ? _guards.GetValueOrDefault(type) : null;

    /// <summary>By whatever the person adds.</summary>
    public bool MayBeFollowed(string key) => _withMore.Contains(key);

    /// <summary>By a complaint's number or a badge's code.</summary>
    public bool MayBeFollowedByCode(string key) => _withCode.Contains(key);

    private static HearsAttribute Hears(Type type) => type.GetCustomAttribute<HearsAttribute>() is { Keys.Count: > 0 } hears
        ? hears
        : throw new InvalidOperationException($"{type.Name} does not say which words it hears.");
}
