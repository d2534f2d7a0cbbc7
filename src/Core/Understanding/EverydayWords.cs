using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SlrtBot.Core.Language;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// Words that people use in telling, taken from the lines that the program learns from: whoever writes one of them where a name is asked
/// for has hardly given a name. Words that mostly follow a title or "desa" there are names, and none of them.
/// </summary>
public static partial class EverydayWords
{
    private const int FewestTimes = 3;
    private const double MostlyNamed = 0.4;

    /// <summary>What stands before the names of people and places.</summary>
    private static readonly FrozenSet<string> BeforeNames =
    [
        "bu", "pak", "ibu", "bapak", "bapa", "pa", "mang", "teh", "kang", "nenek", "nini", "kakek", "mak", "emak", "abah", "mbah", "aki", "mas", "mbak", "nama",
        "namanya", "nami", "wasta", "jeneng", "jenenge", "haji", "neng", "mama", "mamah", "mami", "papah", "papa", "ayah", "ambu", "uwa", "bi", "bibi", "om", "tante", "pakde", "bude", "simbok", "mbok", "ceu", "eneng",
        "encep", "ustad", "ustadz", "kyai", "desa", "kecamatan", "kec", "ds", "kampung", "kp", "dusun", "kelurahan",
    ];

    /// <summary>Words that are names, or a part of what people are called, as well: Bunga, Bagus, Pak RT.</summary>
    private static readonly FrozenSet<string> NamesToo =
    [
        "asih", "asri", "bagus", "budi", "bulan", "bunga", "cahaya", "cucu", "dewi", "dina", "dini", "iis", "indah", "intan", "jaya", "lestari", "mulya", "permata", "putra", "putri", "ratna",
        "rt", "rw", "sari", "siti", "slamet", "sri", "ujang", "untung", "wati", "yanti",
    ];

    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    /// <param name="word">Folded.</param>
    public static bool Contains(string word) => All.Value.Contains(word);

    private static FrozenSet<string> Read()
    {
        var times = new Dictionary<string, (int All, int Named)>(StringComparer.Ordinal);
        foreach (var line in LabelledLine.BuiltIn.Concat(LabelledLine.Dangers))
        {
            var before = "";
            foreach (var word in Letters().Matches(line.Text).Select(match => TextFolding.Fold(match.Value)))
            {
                var (all, named) = times.GetValueOrDefault(word);
                times[word] = (all + 1, named + (BeforeNames.Contains(before) ? 1 : 0));
                before = word;
            }
        }

        return times.Where(t => t.Value.All >= FewestTimes && t.Value.Named < t.Value.All * MostlyNamed && !NamesToo.Contains(t.Key) && !BeforeNames.Contains(t.Key))
            .Select(t => t.Key).ToFrozenSet();
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();
}
