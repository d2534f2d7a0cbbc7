using System.Buffers;
using System.Globalization;

namespace SlrtBot.Bot.Protocol;

/// <summary>Cuts a long text where a reader would: between paragraphs, else lines, words, and never inside a letter.</summary>
public static class TextSplitter
{
    private const int LeastSaid = 25;
    private static readonly string[] Seams = ["\n\n", "\n", " "];
    private static readonly SearchValues<string> SentenceEnds = SearchValues.Create([". ", "? ", "! "], StringComparison.Ordinal);

    /// <param name="longest">UTF-16 units per part.</param>
    /// <param name="firstPartAlone">The first paragraph, else line, else the sentences that say something become a part of their own.</param>
    /// <returns>The parts' places in <paramref name="text"/>, without the blank space between them.</returns>
    public static IReadOnlyList<Range> Split(string text, int longest, bool firstPartAlone = false)
    {
        var parts = new List<Range>();
        var start = 0;
        if (firstPartAlone && FirstPart(text) is > 0 and var end && end <= longest)
        {
            Add(parts, text, 0, end);
            start = end;
        }

        while (start < text.Length)
        {
            start = SkipBlank(text, start);
            var length = text.Length - start <= longest ? text.Length - start : CutLength(text, start, longest);
            Add(parts, text, start, start + length);
            start += length;
        }

        return parts;
    }

    private static int FirstPart(string text)
    {
        var paragraph = text.IndexOf("\n\n", StringComparison.Ordinal);
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        return paragraph > 0 ? paragraph : line > 0 ? line : Sentences(text);
    }

    /// <summary>"Langkah 4 dari 6." says nothing by itself: the next sentence goes with it, where another is left.</summary>
    private static int Sentences(string text)
    {
        var end = 0;
        while (end < LeastSaid && text.AsSpan(end).IndexOfAny(SentenceEnds) is >= 0 and var at)
        {
            end += at + 1;
        }

        return end;
    }

    private static int CutLength(string text, int start, int longest)
    {
        foreach (var seam in Seams)
        {
            var reach = Math.Min(longest + seam.Length, text.Length - start);
            var at = text.AsSpan(start, reach).LastIndexOf(seam);

            // A seam in the first third would leave a stub behind: a finer seam later on reads better.
            if (at > longest / 3)
            {
                return at;
            }
        }

        var length = 0;
        while (StringInfo.GetNextTextElementLength(text, start + length) is var next && length + next <= longest)
        {
            length += next;
        }

        // A pile of accents may be longer than a whole part: then it has to be cut, but not within a surrogate pair.
        return length > 0 ? length : longest - (char.IsHighSurrogate(text[start + longest - 1]) ? 1 : 0);
    }

    private static void Add(List<Range> parts, string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            parts.Add(start..end);
        }
    }

    private static int SkipBlank(string text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }
}
