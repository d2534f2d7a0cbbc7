using SlrtBot.Core.Language;

namespace SlrtBot.Core.Areas;

/// <summary>Some areas by their names, asked with words as people write them.</summary>
internal sealed class AreaNames
{
    public const int MostNear = 5;
    private const int LongestName = 4;
    private const int ShortestGuess = 4;
    private const int MostWords = 24;

    private readonly (Area Area, string Key)[] _areas;
    private readonly ILookup<string, Area> _byKey;

    public AreaNames(IEnumerable<Area> areas)
        : this(areas, area => area.FoldedName)
    {
    }

    /// <param name="nameOf">What they are called, folded.</param>
    public AreaNames(IEnumerable<Area> areas, Func<Area, string> nameOf)
    {
        _areas = [.. areas.Select(a => (a, AreaName.Compact(nameOf(a)))).Where(a => a.Item2.Length > 0)];
        _byKey = _areas.ToLookup(a => a.Key, a => a.Area);
    }

    /// <summary>Runs of words, longest first, each with the key it would be a name by.</summary>
    public static IEnumerable<(int Start, int Length, string Key)> Windows(IReadOnlyList<string> words) =>
        from length in Enumerable.Range(1, Math.Min(LongestName, words.Count)).Reverse()
        from start in Enumerable.Range(0, words.Count - length + 1)
        select (start, length, KeyOf(words.Skip(start).Take(length)));

    public IEnumerable<Area> WithKey(string key) => _byKey[key];

    /// <summary>Areas whose name is all that was written, words like "saya dari" aside.</summary>
    public List<Area> Whole(IReadOnlyList<string> words)
    {
        var all = _byKey[KeyOf(words)];
        return [.. all.Any() ? all : _byKey[KeyOf(words.Where(w => !AreaText.IsFiller(w)))]];
    }

    /// <summary>Areas named by the longest run of words that is a name.</summary>
    /// <param name="fromStart">Only runs that begin with the first word.</param>
    public List<Area> Longest(IReadOnlyList<string> words, bool fromStart = false) =>
        Windows(words).Where(w => (!fromStart || w.Start == 0) && _byKey.Contains(w.Key))
            .OrderByDescending(w => w.Key.Length).Select(w => _byKey[w.Key].ToList()).FirstOrDefault([]);

    /// <summary>Areas with a name like a run of the words, nearest first.</summary>
    public List<AreaMatch> Near(IReadOnlyList<string> words)
    {
        var bare = words.Where(w => !AreaText.IsFiller(w)).Take(MostWords).ToList();
        var keys = Windows(bare).Select(w => w.Key).Where(k => k.Length >= ShortestGuess).Distinct().ToList();
        var found = _areas.Select(a => new AreaMatch(a.Area, keys.Select(k => Distance(k, a.Key)).DefaultIfEmpty(int.MaxValue).Min()))
            .Where(m => m.Distance < int.MaxValue).OrderBy(m => m.Distance).ThenBy(m => m.Area.FoldedName, StringComparer.Ordinal).ToList();
        return [.. found.Where(m => m.Distance <= found[0].Distance + 1).Take(MostNear)];
    }

    /// <summary>Areas with a name like all that was written, nearest first: "bojong swang" is nearer to Bojongsoang than its beginning is to Bojong.</summary>
    public List<AreaMatch> LikeWhole(IReadOnlyList<string> words)
    {
        var key = KeyOf(words.Where(w => !AreaText.IsFiller(w)));
        return [.. _areas.Select(a => new AreaMatch(a.Area, key.Length < ShortestGuess ? int.MaxValue : ByLetters(key, a.Key)))
            .Where(m => m.Distance < int.MaxValue).OrderBy(m => m.Distance).ThenBy(m => m.Area.FoldedName, StringComparer.Ordinal).Take(MostNear)];
    }

    private static string KeyOf(IEnumerable<string> words) => AreaName.Compact(string.Concat(words));

    /// <summary>Letters that differ; 0 for the beginning of a longer name, the greatest integer when too many do.</summary>
    private static int Distance(string written, string name)
    {
        return name.StartsWith(written, StringComparison.Ordinal) ? 0 : ByLetters(written, name);
    }

    private static int ByLetters(string written, string name)
    {
        var allowed = Math.Min(written.Length, name.Length) switch { <= 5 => 1, <= 9 => 2, _ => 3 };
        var distance = EditDistance.Between(written, name, allowed);
        return distance <= allowed ? distance : int.MaxValue;
    }
}
