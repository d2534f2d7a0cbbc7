using System.Globalization;
using System.Text;

namespace SlrtBot.Core.Language;

/// <summary>What happens to people's words before they are stored, compared, searched or shown.</summary>
public static class TextFolding
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>
    /// Free text as it is stored: NFC, line ends as \n, without control characters (but \n and \t), broken surrogates
    /// and marks that turn the direction of writing. Joiners stay: emoji and the Javanese script need them.
    /// </summary>
    public static string Clean(string text) => Strip(text, keepJoiners: true);

    /// <summary>One line, as for names and file names: as <see cref="Clean"/>, without joiners, single spaces, trimmed.</summary>
    public static string CleanLine(string text) =>
        string.Join(' ', Strip(text, keepJoiners: false).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// For comparing: lower case, no diacritics ("énjing" is "enjing"), no apostrophes ("Jum'at" is "jumat"), anything
    /// else that is not a letter or digit is one space; full-width and raised digits become plain ones.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : char.ToLowerInvariant(c));
            }
            else if (!IsSilent(c) && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>
    /// The words to index, at most 30, each once: stems of the text without the words that everybody uses and without
    /// long numbers; before them, for a name, each part, its sound (<c>~</c>) and its first four letters (<c>^</c>).
    /// </summary>
    public static IReadOnlyList<string> SearchWords(string text, string? name = null) => SearchTokens.ToIndex(text, name);

    /// <summary>For each typed word, the tokens of which any one is a hit.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> QueryWords(string typed) => SearchTokens.ToFind(typed);

    /// <summary>Links that can be read but not pressed: <c>[https://]contoh[.]com</c>. For showing, once; never for storing.</summary>
    public static string Defang(string text) => LinkDefanging.Of(text);

    /// <summary>Without halves of surrogate pairs, which can neither be normalised nor written as UTF-8.</summary>
    public static string WellFormed(string text)
    {
        var bad = false;
        for (var i = 0; i < text.Length && !bad; i++)
        {
            bad = char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]));
            i += !bad && char.IsHighSurrogate(text[i]) ? 1 : 0;
        }

        if (!bad)
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar))
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }

    private static string Strip(string text, bool keepJoiners)
    {
        var kept = new StringBuilder(text.Length);
        var unix = WellFormed(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        foreach (var c in unix)
        {
            var wanted = c is '\n' or '\t'
                || (c is ZeroWidthJoiner or ZeroWidthNonJoiner && keepJoiners)
                || !(char.IsControl(c) || IsInvisible(c));
            if (wanted)
            {
                kept.Append(c);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsInvisible(char c) => c
        is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F')
        or '\u061C' or '\u180E' or '\u00AD' or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') || IsBlankLetter(c);

    // Letters by the standard, of no width on any screen: a name of them alone would look like none.
    private static bool IsBlankLetter(char c) => c is '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u3164' or '\uFFA0';

    private static bool IsSilent(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' || IsInvisible(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
