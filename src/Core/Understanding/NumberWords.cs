using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// Numbers say what kind of thing they are, not how much: "50rb", "rp600" are <c>uang</c>; "2", "dua", "telung" are
/// <c>angka</c>; sixteen digits are <c>nik</c>; those of a telephone <c>nomorhp</c>.
/// </summary>
internal static partial class NumberWords
{
    public const string Number = "angka";
    public const string Money = "uang";
    public const string NationalId = "nik";
    public const string Telephone = "nomorhp";
    private const int NationalIdDigits = 16;
    private const int TelephoneDigits = 9;
    private const int TelephoneDigitsAtMost = 14;

    private static readonly FrozenSet<string> Names = """
        satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas seratus
        hiji dua tilu opat genep tujuh dalapan salapan sapuluh
        siji loro telu papat limo nem pitu wolu songo sanga sepuluh telung rong patang limang setunggal kalih tigang gangsal
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsName(string word) => Names.Contains(word);

    /// <summary>A run of digits, spaces between them taken out.</summary>
    public static string OfDigits(int digits) => digits switch
    {
        NationalIdDigits => NationalId,
        >= TelephoneDigits and <= TelephoneDigitsAtMost => Telephone,
        _ => Number,
    };

    /// <summary>"50rb", "10kg", "2x", "rt3": the words in it; null where it is not digits beside letters.</summary>
    public static string[]? OfMixed(string word)
    {
        var match = Mixed().Match(word);
        if (!match.Success)
        {
            return null;
        }

        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        return (before, after) switch
        {
            ("rp", _) or (_, "rb" or "ribu" or "rebu" or "jt" or "juta" or "k" or "ewu" or "yuta") => [Money],
            ("", "x") => [Number, "kali"],
            ("", _) => [Number, after],
            (_, "") => [before, Number],
            _ => [before, Number, after],
        };
    }

    [GeneratedRegex(@"^(?<before>\p{L}*)\d+(?<after>\p{L}*)$")]
    private static partial Regex Mixed();
}
