using System.Collections.Frozen;

namespace SlrtBot.Core.Understanding;

/// <summary>Patterns in their order, found by the words of a message: of some hundreds hardly any has a word in it, and none else is tried.</summary>
internal sealed class DangerPatterns
{
    private readonly DangerPattern[] _all;

    /// <summary>By each word of that part of a pattern whose words stand in the fewest others: without one of them it cannot be found.</summary>
    private readonly FrozenDictionary<string, int[]> _byWord;

    public DangerPatterns(IEnumerable<DangerPattern> patterns)
    {
        _all = [.. patterns];
        var uses = _all.SelectMany(p => p.Parts).SelectMany(part => part).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        _byWord = _all
            .SelectMany((pattern, i) => pattern.Parts.MinBy(part => part.Sum(word => uses[word]))!.Select(word => (word, i)))
            .GroupBy(at => at.word, at => at.i)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The places of the first that is found; null where none is.</summary>
    public int[]? Find(IReadOnlyList<Token> tokens) => Near(tokens).Select(pattern => pattern.Find(tokens)).FirstOrDefault(at => at is not null);

    /// <returns>Those that may be found in a message, in their order.</returns>
    public IEnumerable<DangerPattern> Near(IReadOnlyList<Token> tokens)
    {
        SortedSet<int>? near = null;
        foreach (var token in tokens)
        {
            Add(token.Word);
            if (token.Stem != token.Word)
            {
                Add(token.Stem);
            }
        }

        return near?.Select(i => _all[i]) ?? [];

        void Add(string word)
        {
            if (_byWord.TryGetValue(word, out var found))
            {
                (near ??= []).UnionWith(found);
            }
        }
    }
}
