namespace SlrtBot.Core.Language;

/// <summary>
/// How many insertions, deletions, exchanges and swaps of neighbours lie between two words (Damerau-Levenshtein,
/// optimal string alignment), for words of up to 64 characters.
/// </summary>
public static class EditDistance
{
    private const int Longest = 64;

    /// <returns>The distance, or <paramref name="atMost"/> + 1 as soon as it is known to be greater.</returns>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int atMost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atMost);
        var far = atMost + 1;
        if (Math.Abs(a.Length - b.Length) > atMost || Math.Max(a.Length, b.Length) > Longest)
        {
            return a.SequenceEqual(b) ? 0 : far;
        }

        Span<int> earlier = stackalloc int[Longest + 1];
        Span<int> above = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, earlier[j - 2] + 1);
                }

                row[j] = best;
                least = Math.Min(least, best);
            }

            if (least > atMost)
            {
                return far;
            }

            var free = earlier;
            earlier = above;
            above = row;
            row = free;
        }

        return Math.Min(above[b.Length], far);
    }
}
