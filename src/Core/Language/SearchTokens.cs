using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SlrtBot.Core.Language;

/// <summary>Cuts texts and names into the tokens of the blind word index, and typed searches into the same tokens.</summary>
internal static partial class SearchTokens
{
    private const int AtMost = 30;
    private const int ShortestWord = 2;
    private const int LongestWord = 40;
    private const int PrefixLength = 4;

    // A NIK or phone in a story must not become findable around the audited look-up by number.
    private const int LongestNumber = 8;

    private static readonly FrozenSet<string> Empty = Words("""
        ada adalah admin aja aku akan agar anda apa apakah assalamualaikum atas atau bagaimana bagi bahwa baik banget bapak beberapa begini
        begitu belum belom biar bisa blm bp bpk bu buat bukan cuma dan dari dengan deh dgn di dia dong ga gak gan gitu gk gmn
        halo hanya hai harus ibu ini itu iya jadi jangan juga kak kakak kalau kalo kami kamu karena katanya ke kenapa kepada ketika kita
        knp kok krn lagi lah lalu maaf maka malam mana masih mau melalui memang mereka met min mimin minta mohon mungkin nah namun
        nggak ngga nih nya oleh pada padahal pagi pak para pdhl pernah permisi plis pun punten sama sampai sangat saat saya sdh se sebab
        sebagai sebelum sehingga sejak sekali sekarang selalu selamat semua seperti serta siang sih skrg sore sudah supaya sy tapi
        tdk td telah tentang tersebut terus tetapi the tidak tlg tolong udah udh untuk utk wa waalaikumsalam ya yaitu yang yg
        and are for from have has is it my not of on please that this to we with you
        abdi acan atos ieu jeung kanggo kumaha mah teh teu ti tiasa
        """);

    private static readonly FrozenSet<string> Titles = Words("h hj ir dr drs s p pd bin binti alm almh pak bu bapak ibu mak kang teh mang bi ust kh rt rw");

    private static readonly FrozenDictionary<string, string> OtherSpellings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rmh"] = "rumah", ["dpt"] = "dapat", ["dapet"] = "dapat", ["imah"] = "rumah", ["omah"] = "rumah", ["org"] = "orang", ["ortu"] = "orangtua", ["thn"] = "tahun",
        ["bln"] = "bulan", ["skolah"] = "sekolah", ["sklh"] = "sekolah", ["artos"] = "uang", ["duit"] = "uang", ["gering"] = "sakit",
        ["lara"] = "sakit", ["disunat"] = "potong", ["patugas"] = "petugas", ["kulawarga"] = "keluarga", ["tatangga"] = "tetangga",
        ["handicap"] = "difabel", ["disabilitas"] = "difabel", ["jompo"] = "lansia", ["gila"] = "odgj", ["nampi"] = "terima",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<string> ToIndex(string text, string? name)
    {
        var tokens = NameTokens(name).Concat(Cut(text).Select(Token).OfType<string>());
        return [.. tokens.Distinct(StringComparer.Ordinal).Take(AtMost)];
    }

    public static IReadOnlyList<IReadOnlyList<string>> ToFind(string typed) =>
    [
        .. Cut(typed).Select(Alternatives).Where(any => any.Count > 0).Take(AtMost),
    ];

    private static List<string> Alternatives(string word)
    {
        if (Token(word) is not { } token)
        {
            return [];
        }

        List<string> any = [token];
        if (Titles.Contains(word) || !word.All(char.IsLetter))
        {
            return any;
        }

        any.Add(word);
        if (NameSound.Of(word) is { Length: > 1 } sound)
        {
            any.Add("~" + sound);
        }

        if (word.Length == PrefixLength)
        {
            any.Add("^" + word);
        }

        return [.. any.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> NameTokens(string? name)
    {
        var parts = name is null ? [] : PartsOf(name);

        // All parts before any sound, all sounds before any beginning: a very long name loses the vaguest first.
        return parts
            .Concat(parts.Select(NameSound.Of).Where(sound => sound.Length > 1).Select(sound => "~" + sound))
            .Concat(parts.Where(part => part.Length >= PrefixLength).Select(part => "^" + part[..PrefixLength]));
    }

    /// <summary>The parts of a name, folded, without titles and initials.</summary>
    public static IReadOnlyList<string> PartsOf(string name) => [.. Cut(name).Where(part => !Titles.Contains(part) && part.All(char.IsLetter))];

    private static IEnumerable<string> Cut(string text) => TextFolding.Fold(text)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length is >= ShortestWord and <= LongestWord);

    private static string? Token(string word)
    {
        var once = WithoutRepeats(word);
        if (Empty.Contains(once) || once.Length < ShortestWord || (once.Length > LongestNumber && once.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var stem = IndonesianStem.Of(OtherSpellings.GetValueOrDefault(once, once));
        return Empty.Contains(stem) ? null : OtherSpellings.GetValueOrDefault(stem, stem);
    }

    // "janda2" is janda-janda, "plisss" is plis.
    private static string WithoutRepeats(string word)
    {
        if (word.Length > 3 && word[^1] == '2' && word[..^1].All(char.IsLetter))
        {
            word = word[..^1];
        }

        return LongRuns().Replace(word, "$1");
    }

    [GeneratedRegex(@"(\p{L})\1{2,}")]
    private static partial Regex LongRuns();

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
