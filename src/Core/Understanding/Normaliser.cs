using System.Text.RegularExpressions;
using SlrtBot.Core.Language;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// Turns what residents type into words that mean the same: the domain's list first, then what was glued, doubled,
/// drawn out, shortened or mistyped.
/// </summary>
internal sealed partial class Normaliser(WordList list, Vocabulary vocabulary)
{
    private const string Link = "tautan";
    private const int LongestText = 4000;
    private const int ShortestRest = 3;
    private const int ShortestSuffixed = 6;

    private static readonly string[] Glued =
        ["nggak", "ngga", "belom", "belum", "sudah", "udah", "tidak", "gak", "blm", "teu", "ora", "ndak", "udh", "sdh", "tdk", "ga"];

    private static readonly string[] Endings = ["nya", "na", "ne", "ku", "mu"];

    public IReadOnlyList<Token> Read(string text)
    {
        var shortened = text.Length > LongestText ? text[..LongestText] : text;
        var marked = Doctor().Replace(Links().Replace(shortened, $" {Link} "), " dokter ");
        var typed = TextFolding.Fold(marked).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var tokens = new List<Token>(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            var digits = 0;
            var first = i;
            while (i < typed.Length && typed[i].All(char.IsAsciiDigit))
            {
                digits += typed[i++].Length;
            }

            if (digits > 0)
            {
                Add(tokens, string.Join(' ', typed[first..i]), NumberWords.OfDigits(digits));
                i--;
                continue;
            }

            foreach (var word in Words(typed[i]))
            {
                Add(tokens, typed[i], word);
            }
        }

        return tokens;
    }

    /// <summary>What is not listed as it stands may be so by its stem: "menyunat" by sunat.</summary>
    private void Add(List<Token> tokens, string typed, string word)
    {
        var stem = IndonesianStem.Of(word);
        var meant = stem != word && list.Of(stem) is [var meaning] ? meaning : stem;
        tokens.Add(new Token(typed, word, meant == stem ? stem : IndonesianStem.Of(meant)));
    }

    private IEnumerable<string> Words(string typed)
    {
        if (Listed(typed) is { } meaning)
        {
            return meaning;
        }

        if (Doubled(typed) is { } single)
        {
            return Words(single);
        }

        if (NumberWords.OfMixed(typed) is { } parts)
        {
            return parts.SelectMany(part => Listed(part) ?? [part]);
        }

        var word = Runs().Replace(typed, "$1");
        if (word != typed && (Listed(word) ?? Once(word)) is { } drawnOut)
        {
            return drawnOut;
        }

        if (vocabulary.Knows(word))
        {
            return [word];
        }

        return Unglued(word) ?? WithoutEnding(word) ?? (vocabulary.Nearest(word) is { } near ? Listed(near) ?? [near] : [word]);
    }

    private string[]? Listed(string word) => NumberWords.IsName(word) ? [NumberWords.Number] : list.Of(word);

    /// <summary>"anak2", "anak²" (folded to the same) and "anak2nya" are anak.</summary>
    private static string? Doubled(string word)
    {
        var match = Twice().Match(word);
        return match.Success && match.Groups[1].Length > 2 ? match.Groups[1].Value : null;
    }

    /// <summary>"bansoss": the last letters were held too long.</summary>
    private string[]? Once(string word) =>
        word.Length > 3 && word[^1] == word[^2] && !vocabulary.Knows(word) ? Listed(word[..^1]) ?? [word[..^1]] : null;

    /// <summary>"gadapet", "belomcair", "udahlama".</summary>
    private string[]? Unglued(string word)
    {
        foreach (var prefix in Glued)
        {
            if (word.Length >= prefix.Length + ShortestRest && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                var rest = word[prefix.Length..];
                if ((Listed(rest) ?? (vocabulary.Knows(rest) ? [rest] : null)) is { } meaning)
                {
                    return [.. list.Of(prefix) ?? [prefix], .. meaning];
                }
            }
        }

        return null;
    }

    /// <summary>"imahna", "omahku" are imah, omah and so rumah.</summary>
    private string[]? WithoutEnding(string word)
    {
        var ending = word.Length < ShortestSuffixed
            ? null
            : Endings.FirstOrDefault(e => word.EndsWith(e, StringComparison.Ordinal) && list.Of(word[..^e.Length]) is not null);
        return ending is null ? null : list.Of(word[..^ending.Length]);
    }

    [GeneratedRegex(@"(\p{L})\1{2,}")]
    private static partial Regex Runs();

    [GeneratedRegex(@"^(\p{L}+)2(?:nya|na|ne|an|ku)?$")]
    private static partial Regex Twice();

    [GeneratedRegex(@"https?://\S+|www\.\S+|\b[a-z0-9-]+\.(?:ly|com|id|me|net|org|xyz|link|site)(?:/\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex(@"\b[dD]r\.\s?(?=\p{Lu})")]
    private static partial Regex Doctor();
}
