using SlrtBot.Core.Language;

namespace SlrtBot.Core.Understanding;

/// <summary>The words that the training lines know, to bring short and mistyped ones back to.</summary>
internal sealed class Vocabulary
{
    private const int ShortestTypo = 5;
    private const int LeastKnown = 2;
    private const int ShortestSkeleton = 3;
    private readonly Dictionary<string, int> _counts;
    private readonly Dictionary<string, string> _bySkeleton = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byDeletion = new(StringComparer.Ordinal);

    public static Vocabulary Empty { get; } = new([]);

    /// <param name="words">Each as often as it occurs.</param>
    public Vocabulary(IEnumerable<string> words)
    {
        _counts = words.CountBy(w => w, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var (word, _) in _counts.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal))
        {
            _bySkeleton.TryAdd(Skeleton(word), word);
            if (word.Length >= ShortestTypo && _counts[word] >= LeastKnown)
            {
                AddDeletions(word);
            }
        }
    }

    public bool Knows(string word) => _counts.ContainsKey(word);

    /// <summary>"pdhl" is padahal, "bntuan" bantuan, "bansso" bansos; null where nothing known is near.</summary>
    public string? Nearest(string word) => OfConsonants(word) ?? Mistyped(word);

    private string? OfConsonants(string word) =>
        word.Length >= ShortestSkeleton && Skeleton(word) is var skeleton && skeleton.Length == word.Length
            ? _bySkeleton.GetValueOrDefault(skeleton)
            : null;

    private string? Mistyped(string word)
    {
        if (word.Length < ShortestTypo)
        {
            return null;
        }

        return Deletions(word).Append(word)
            .SelectMany(form => _byDeletion.GetValueOrDefault(form) ?? [])
            .Where(known => known[0] == word[0] && EditDistance.Between(word, known, 1) == 1)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(known => _counts[known]).ThenBy(known => known, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private void AddDeletions(string word)
    {
        foreach (var form in Deletions(word).Append(word).Distinct(StringComparer.Ordinal))
        {
            if (!_byDeletion.TryGetValue(form, out var known))
            {
                _byDeletion[form] = known = [];
            }

            known.Add(word);
        }
    }

    private static IEnumerable<string> Deletions(string word) => Enumerable.Range(0, word.Length).Select(at => word.Remove(at, 1));

    private static string Skeleton(string word) => string.Concat(word.Where(c => c is not ('a' or 'e' or 'i' or 'o' or 'u')));
}
