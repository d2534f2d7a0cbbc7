using System.Collections.Frozen;

namespace SlrtBot.Core.Language;

/// <summary>
/// Brings forms of one Indonesian word together without a dictionary: "mendapatkan", "didapat", "dapatnya" are
/// "dapat". What is left always keeps two vowels, as Indonesian roots do; the result need not be a word, only equal
/// for index and search.
/// </summary>
internal static class IndonesianStem
{
    private const int PrefixesAtMost = 2;

    // Words that only look as if they had a prefix or suffix.
    private static readonly FrozenSet<string> Roots = """
        masalah sekolah keluarga terima tanya berita kepala desa dinas selesai sehat sedih selalu segera sebab kecil kertas kelas keras
        beras berat bersih besar bekas benar terang ternak tetangga perempuan peralatan pelan penuh pesan petani petugas pensiun
        perlu makan bulan jalan ikan bukan taman hujan papan dewan kawan lawan pangan kapan depan badan adi kali hari hati mati kaki lagi
        pergi polisi gaji bayi nasi sapi kopi rezeki rejeki janji buku tamu ilmu susu memang kelurahan kampung kebun setruk stroke senin
        selasa kemis minggu mentah menit menteri meteran meja merah mesin medis sembako serangan pemerintah kabupaten
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // After meng- and peng- a vowel may stand for a lost k; these are the frequent ones in complaints.
    private static readonly FrozenSet<string> LostK = """
        irim eluh eluhkan eluar eluarkan umpul umpulkan unjung unjungi urang urangi etahui erja erjakan ena enal embali embalikan ontrak
        onfirmasi ubur andung
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Particles = ["lah", "kah", "pun", "nya", "ku", "mu"];
    private static readonly string[] Suffixes = ["kan", "an", "i"];
    private static readonly string[] Prefixes = ["ber", "ter", "per", "di", "ke", "se", "be", "te", "pe"];

    public static string Of(string word)
    {
        if (word.Length < 5 || !word.All(char.IsAsciiLetter))
        {
            return word;
        }

        word = WithoutEnding(word, Particles);
        word = WithoutEnding(word, Particles);
        word = WithoutEnding(word, Suffixes);
        for (var i = 0; i < PrefixesAtMost; i++)
        {
            word = WithoutPrefix(word);
        }

        return word;
    }

    private static string WithoutEnding(string word, string[] endings)
    {
        if (!Roots.Contains(word))
        {
            foreach (var ending in endings)
            {
                if (word.EndsWith(ending, StringComparison.Ordinal) && IsRootLike(word.AsSpan(0, word.Length - ending.Length)))
                {
                    return word[..^ending.Length];
                }
            }
        }

        return word;
    }

    private static string WithoutPrefix(string word)
    {
        if (Roots.Contains(word))
        {
            return word;
        }

        if (word.Length > 4 && word[0] is 'm' or 'p' && word[1] == 'e' && Nasal(word) is { } root)
        {
            return IsRootLike(root) ? root : word;
        }

        var prefix = Prefixes.FirstOrDefault(p => word.StartsWith(p, StringComparison.Ordinal) && IsRootLike(word.AsSpan(p.Length)));
        return prefix is null ? word : word[prefix.Length..];
    }

    // me- and pe- change the first sound of the root: memotong is potong, menerima terima, menyapu sapu.
    private static string? Nasal(string word)
    {
        var rest = word[2..];
        if (rest.StartsWith("ny", StringComparison.Ordinal) && IsVowelAt(rest, 2))
        {
            return "s" + rest[2..];
        }

        if (rest.StartsWith("ng", StringComparison.Ordinal))
        {
            return LostK.Contains(rest[2..]) ? "k" + rest[2..] : rest[2..];
        }

        return rest[0] switch
        {
            'm' => IsVowelAt(rest, 1) ? "p" + rest[1..] : rest[1..],
            'n' => IsVowelAt(rest, 1) ? "t" + rest[1..] : rest[1..],
            'l' or 'r' or 'w' or 'y' when word[0] == 'm' => rest,
            _ => null,
        };
    }

    private static bool IsRootLike(ReadOnlySpan<char> word)
    {
        var vowels = 0;
        foreach (var c in word)
        {
            vowels += IsVowel(c) ? 1 : 0;
        }

        return word.Length >= 3 && vowels >= 2;
    }

    private static bool IsVowelAt(string word, int at) => at < word.Length && IsVowel(word[at]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
