using System.Collections.Frozen;

namespace SlrtBot.Core.Kernel;

/// <summary>Where a settled value holds: a code of <c>SettingCatalogue</c>, and an area; empty for the whole installation.</summary>
public readonly record struct SettingKey(string Code, string Area = "");

/// <summary>
/// What offices have settled on the screens, in memory: whoever goes by it finds it in no time, and falls back on what the program
/// was set up with. Replaced as a whole, so that one look sees one state.
/// </summary>
public sealed class SettledValues
{
    private FrozenDictionary<SettingKey, string> _now = FrozenDictionary<SettingKey, string>.Empty;

    /// <summary>Another object whenever something was settled.</summary>
    public IReadOnlyDictionary<SettingKey, string> Now => Volatile.Read(ref _now);

    /// <returns>Null where nothing was settled.</returns>
    public string? Find(string code, string area = "") => _now.GetValueOrDefault(new(code, area));

    public void Load(IEnumerable<KeyValuePair<SettingKey, string>> values)
    {
        var loaded = values.ToFrozenDictionary();
        // What goes by the values works them out anew where the object is another.
        if (loaded.Count != _now.Count || loaded.Any(v => _now.GetValueOrDefault(v.Key) != v.Value))
        {
            Volatile.Write(ref _now, loaded);
        }
    }

    /// <param name="value">Null: as before anything was settled.</param>
    public void Settle(SettingKey key, string? value) => Load(Now.Where(v => v.Key != key).Concat(value is null ? [] : [new(key, value)]));
}
