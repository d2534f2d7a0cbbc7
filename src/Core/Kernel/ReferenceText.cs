using System.Globalization;
using System.Text;

namespace SlrtBot.Core.Kernel;

/// <summary>What a person typed for a reference, without separators and prefix.</summary>
/// <param name="MayBeReference">
/// With the prefix: a digit or the groups 4-4-1 follow it. Without: the groups 4-4-1 with dashes, or letters and
/// digits together, so that words of nine letters ("kebakaran") and phone numbers are never taken for one.
/// </param>
internal readonly record struct ReferenceText(string Body, bool HasPrefix, bool MayBeReference)
{
    private const int LongestInput = 40;
    private const char Minus = '\u2212';
    private const int PrefixLength = 4;
    private const int BodyLength = 9;

    public static ReferenceText? Read(string? text)
    {
        if (text is null || text.Length > LongestInput)
        {
            return null;
        }

        var letters = new StringBuilder(text.Length);
        var groups = new StringBuilder(text.Length);
        var grouped = false;
        foreach (var c in Upright(text).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format))
        {
            groups.Append(IsDash(c) ? '-' : c);
            if (char.IsAsciiLetterOrDigit(c))
            {
                letters.Append(char.ToUpperInvariant(c));
            }
            else if (IsDash(c))
            {
                grouped = true;
            }
            else if (!char.IsWhiteSpace(c) && c is not ('.' or '_' or '/' or '#' or ':' or '`' or '"' or '\''))
            {
                return null;
            }
        }

        var all = letters.ToString();
        var hasPrefix = all.Length > PrefixLength && all.Length != BodyLength && StartsWithPrefix(all);
        var body = hasPrefix ? all[PrefixLength..] : all;
        var hasDigit = body.Take(BodyLength - 1).Any(char.IsAsciiDigit);
        var inGroups = (grouped || hasPrefix) && GroupsOf(groups.ToString()) is [.., 4, 4, 1];
        return new ReferenceText(body, hasPrefix, inGroups || (hasDigit && (hasPrefix || body.Any(char.IsAsciiLetter))));
    }

    /// <summary>The piece of a text from a prefix on that holds so many letters and digits; null where there is none.</summary>
    public static string? Cut(string text, int start, int count)
    {
        for (var end = start; end < text.Length && end - start < LongestInput; end++)
        {
            count -= char.IsLetterOrDigit(text[end]) ? 1 : 0;
            if (count == 0)
            {
                var piece = text[start..(end + 1)];
                var stopsHere = end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]);
                return stopsHere && Read(piece) is { HasPrefix: true } ? piece : null;
            }
        }

        return null;
    }

    /// <summary>The character of the alphabet that looks like this one; 5 and S stay, since both are in it.</summary>
    public static char Confusable(char c) => c switch
    {
        'I' or 'L' => '1',
        'O' => '0',
        _ => c,
    };

    private static bool IsDash(char c) => c == Minus || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static bool StartsWithPrefix(string all) =>
        all[0] is 'S' or '5' && all[1] is 'L' or 'I' or '1' && all[2] == 'R' && all[3] is 'T' or '7';

    private static int[] GroupsOf(string upright) =>
        [.. upright.Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries).Select(group => group.Count(char.IsAsciiLetterOrDigit)).Where(n => n > 0)];

    // Full-width digits and letters come from some keyboards and from pictures read aloud by other apps.
    private static string Upright(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return "?";
        }
    }
}
