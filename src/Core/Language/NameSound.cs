using System.Text;

namespace SlrtBot.Core.Language;

/// <summary>
/// How an Indonesian name sounds, so that "Tjetjep Jusuf", "Cecep Yusup" and "Achmad", "Ahmad" meet: old spelling
/// (oe, dj, tj, sj, ch) as new, f and v as p, z as s, silent h, single letters; vowels only where little else is left.
/// </summary>
internal static class NameSound
{
    private const int ShortSkeleton = 3;

    private static readonly (string Written, string Heard)[] Digraphs =
    [
        ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("sh", "s"), ("nj", "n"), ("ny", "n"),
        ("dh", "d"), ("th", "t"), ("ts", "s"), ("dz", "s"), ("x", "ks"), ("q", "k"), ("f", "p"), ("v", "p"), ("z", "s"), ("ie", "i"),
    ];

    /// <param name="word">One folded word.</param>
    public static string Of(string word)
    {
        // "Chairul" is Khairul, but "Achmad" and "Akhmad" are Ahmad.
        var heard = word.StartsWith("ch", StringComparison.Ordinal) ? "k" + word[2..] : word;
        heard = heard[..1] + heard[1..].Replace("ch", "h", StringComparison.Ordinal).Replace("kh", "h", StringComparison.Ordinal);
        foreach (var (written, sound) in Digraphs)
        {
            heard = heard.Replace(written, sound, StringComparison.Ordinal);
        }

        var whole = new StringBuilder(heard.Length);
        for (var i = 0; i < heard.Length; i++)
        {
            var c = Heard(heard, i);
            if (c != '\0' && (whole.Length == 0 || whole[^1] != c))
            {
                whole.Append(c);
            }
        }

        var skeleton = string.Concat(whole.ToString().Where((c, i) => i == 0 || !IsVowel(c)));
        return skeleton.Length < ShortSkeleton ? whole.ToString() : WithoutDoubles(skeleton);
    }

    private static char Heard(string word, int at) => word[at] switch
    {
        'h' => '\0',
        'o' => 'u',
        'e' => 'i',
        'y' or 'j' => at + 1 < word.Length && IsVowel(word[at + 1]) ? 'j' : 'i',
        var c => c,
    };

    private static string WithoutDoubles(string text) => string.Concat(text.Where((c, i) => i == 0 || text[i - 1] != c));

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
