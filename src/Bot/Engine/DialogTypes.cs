using System.Collections.Frozen;
using System.Reflection;

namespace SlrtBot.Bot.Engine;

/// <summary>Which class is the dialog of which stored name: read once per program.</summary>
public sealed class DialogTypes
{
    private readonly FrozenDictionary<string, Type> _byName;
    private readonly FrozenSet<Type> _guarded;

    /// <exception cref="InvalidOperationException">Two dialogs share a name, or one has none.</exception>
    public DialogTypes(IEnumerable<Type> types)
    {
        var named = types.Select(t => (Type: t, Name: t.GetCustomAttribute<StoredAsAttribute>()?.Name
            ?? throw new InvalidOperationException($"{t.Name} does not say how it is stored."))).ToList();
        if (named.GroupBy(n => n.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException($"'{twice.Key}' is the name of {string.Join(" and ", twice.Select(n => n.Type.Name))}.");
        }

        _byName = named.ToFrozenDictionary(n => n.Name, n => n.Type, StringComparer.Ordinal);
        _guarded = named.Select(n => n.Type).Where(t => t.IsDefined(typeof(GuardedAttribute), false)).ToFrozenSet();
    }

    /// <summary>All of this assembly.</summary>
    public static IEnumerable<Type> Known =>
        typeof(Dialog).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Dialog)) && !t.IsAbstract);

    /// <summary>Not to be gone on with by somebody without the PIN.</summary>
    public bool IsGuarded(Type type) => _guarded.Contains(type);

    public Type? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(name);
}
