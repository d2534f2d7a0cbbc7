using System.Globalization;

namespace SlrtBot.Core.Numbers;

/// <summary>A 16-digit number inside a text: a NIK or a family card number. Its text form hides it.</summary>
public readonly record struct StrayNumber(string Digits, int Start, int Length)
{
    public override string ToString() => NationalId.Mask(Digits);
}

/// <summary>Finds NIK and KK numbers that people write into their stories, also in groups ("3204 3712 0374 9999").</summary>
public static class StrayNumbers
{
    private const int LongestGap = 3;
    private const char Minus = '\u2212';

    /// <summary>In the order of the text. Longer digit runs (account or card numbers) are not taken apart.</summary>
    public static IReadOnlyList<StrayNumber> In(string text)
    {
        var groups = Groups(text);
        var found = new List<StrayNumber>();
        for (var first = 0; first < groups.Count; first++)
        {
            var last = first;
            var digits = groups[first].Length;
            while (digits < NationalId.Length && last + 1 < groups.Count && Joined(text, groups[last], groups[last + 1]))
            {
                digits += groups[++last].Length;
            }

            if (digits == NationalId.Length)
            {
                var (start, end) = (groups[first].Start, groups[last].Start + groups[last].Length);
                found.Add(new StrayNumber(NationalId.Normalise(text[start..end]), start, end - start));
                first = last;
            }
        }

        return found;
    }

    /// <summary>The same text with only the last four digits of each such number.</summary>
    public static string Mask(string text)
    {
        foreach (var number in In(text).Reverse())
        {
            text = string.Concat(text.AsSpan(0, number.Start), NationalId.Mask(number.Digits), text.AsSpan(number.Start + number.Length));
        }

        return text;
    }

    private static List<(int Start, int Length)> Groups(string text)
    {
        var groups = new List<(int Start, int Length)>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                groups.Add((start, i - start));
            }
        }

        return groups;
    }

    private static bool Joined(string text, (int Start, int Length) a, (int Start, int Length) b)
    {
        var seen = text[(a.Start + a.Length)..b.Start].Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format).ToList();
        return seen.Count <= LongestGap && seen.TrueForAll(IsGap);
    }

    /// <summary>Whatever dash or space a keyboard or another program writes.</summary>
    private static bool IsGap(char c) => c is '.' or '/' or '\t' or Minus
        || char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation;
}
