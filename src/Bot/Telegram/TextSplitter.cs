using System.Globalization;

namespace SlrtBot.Bot.Telegram;

/// <summary>Cuts a long text where a reader would: between paragraphs, else lines, words, and never inside a letter.</summary>
public static class TextSplitter
{
    private static readonly string[] Seams = ["\n\n", "\n", " "];

    /// <param name="longest">UTF-16 units per part.</param>
    /// <param name="firstParagraphAlone">The first paragraph becomes a part of its own.</param>
    /// <returns>The parts' places in <paramref name="text"/>, without the blank space between them.</returns>
    public static IReadOnlyList<Range> Split(string text, int longest, bool firstParagraphAlone = false)
    {
        var parts = new List<Range>();
        var start = 0;
        if (firstParagraphAlone && text.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var seam && seam <= longest)
        {
            Add(parts, text, 0, seam);
            start = seam;
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
