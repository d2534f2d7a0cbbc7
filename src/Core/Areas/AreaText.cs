namespace SlrtBot.Core.Areas;

/// <summary>
/// What people write when asked for their village, taken apart by the words for kinds of places:
/// <c>rt3 rw5 kp cibeureum ds cibodas kec pasirjambu</c> names the village Cibodas and the sub-district Pasirjambu.
/// </summary>
internal sealed class AreaText
{
    private static readonly HashSet<string> VillageWords = ["desa", "ds", "dsa", "desanya", "kelurahan", "kel", "klurahan"];
    private static readonly HashSet<string> KelurahanWords = ["kelurahan", "kel", "klurahan"];
    private static readonly HashSet<string> DistrictWords = ["kecamatan", "kec", "kcmtn", "kecamatn", "kcamatan"];
    private static readonly HashSet<string> ElsewhereWords =
        ["kab", "kabupaten", "kota", "prov", "provinsi", "kp", "kmp", "kampung", "dusun", "dsn", "jl", "jln", "jalan",
         "gg", "gang", "blok", "blk", "komplek", "kompleks", "perum", "perumahan"];

    private static readonly HashSet<string> Filler =
        ["saya", "sy", "kami", "kita", "abdi", "aku", "di", "dari", "ti", "ka", "ke", "warga", "orang", "tinggal", "asal",
         "alamat", "domisili", "rumah", "nama", "namanya", "wilayah", "daerah", "yang", "yg", "ini", "itu", "ada", "nya",
         "pak", "bapak", "bu", "ibu", "kang", "teh", "min", "admin", "mas", "mbak", "ya", "punten", "maaf", "no", "nomor",
         "jawa", "jabar", "barat", "bandung", "bdg", "pos", "atau", "dan", "sih", "mah"];

    private AreaText(List<string> free, List<string> village, List<string> district, List<string> elsewhere, bool kelurahan)
    {
        SaysVillage = village.Count > 0;
        SaysKelurahan = kelurahan;
        District = district;
        Village = SaysVillage ? village : free.Count > 0 || district.Count > 0 ? free : elsewhere;
        Around = SaysVillage ? free : [];
        WasElsewhere = !SaysVillage && free.Count == 0 && elsewhere.Count > 0;
    }

    /// <summary>The words that may hold the village's name.</summary>
    public IReadOnlyList<string> Village { get; }

    /// <summary>The words after "kecamatan".</summary>
    public IReadOnlyList<string> District { get; }

    /// <summary>What stands before the word for a village: its sub-district at times.</summary>
    public IReadOnlyList<string> Around { get; }

    /// <summary>The village's name follows the word for it.</summary>
    public bool SaysVillage { get; }

    public bool SaysKelurahan { get; }

    /// <summary>Only words after "kampung", "jalan" and the like are there: a guess at best.</summary>
    public bool WasElsewhere { get; }

    public static bool IsFiller(string word) => Filler.Contains(word);

    public static bool IsVillageWord(string word) => VillageWords.Contains(word);

    public static bool IsDistrictWord(string word) => DistrictWords.Contains(word);

    public static List<string> Words(string text) => [.. AreaName.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The few words after each one that says what follows.</summary>
    public static IEnumerable<List<string>> After(List<string> words, Func<string, bool> says) =>
        from i in Enumerable.Range(0, words.Count)
        where says(words[i])
        select words[(i + 1)..Math.Min(i + 7, words.Count)];

    public static AreaText Parse(string text)
    {
        List<string> free = [], village = [], district = [], elsewhere = [];
        var kelurahan = false;
        foreach (var clause in text.Split([',', ';', '\n', '/', '|']))
        {
            var into = free;
            foreach (var word in Words(clause))
            {
                if (VillageWords.Contains(word))
                {
                    into = village;
                    kelurahan |= KelurahanWords.Contains(word);
                }
                else if (DistrictWords.Contains(word))
                {
                    into = district;
                }
                else if (ElsewhereWords.Contains(word))
                {
                    into = elsewhere;
                }
                else if (!IsHouseNumber(word))
                {
                    into.Add(word);
                }
            }
        }

        return new AreaText(free, village, district, elsewhere, kelurahan);
    }

    /// <summary>RT and RW, glued or not, and bare numbers.</summary>
    private static bool IsHouseNumber(string word) =>
        word.AsSpan(word.StartsWith("rt", StringComparison.Ordinal) || word.StartsWith("rw", StringComparison.Ordinal) ? 2 : 0)
            .IndexOfAnyExceptInRange('0', '9') < 0;
}
