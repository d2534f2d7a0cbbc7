namespace SlrtBot.Core.Areas;

/// <summary>
/// The regencies that are not served, by their names: "garut", "kab. garut", "kota bandung", "bandung kota", and in the province of one served by
/// the initials of a long name ("kbb"). A name that one served bears too ("bandung") means that one.
/// </summary>
internal sealed class RegencyNames
{
    private const string City = "kota";
    private const int FewestWordsOfInitials = 3;
    private static readonly HashSet<string> Cities = [City, "kodya", "kotamadya"];
    private static readonly HashSet<string> Kinds = ["kabupaten", "kota", "kab"];
    private readonly AreaNames _bare;
    private readonly AreaNames _whole;
    private readonly Dictionary<string, Area> _byInitials;

    public RegencyNames(IEnumerable<Area> regencies, IReadOnlyCollection<string> served)
    {
        var all = regencies.ToList();
        var ours = all.Where(a => served.Contains(a.Code)).Select(a => Bare(a)).ToHashSet();
        var others = all.Where(a => !served.Contains(a.Code)).ToList();
        _bare = new AreaNames(others.Where(a => !ours.Contains(Bare(a))), Bare);
        _whole = new AreaNames(others, a => a.FoldedName);
        _byInitials = others.Where(a => served.Any(ours => AreaCode.ProvinceOf(ours) == AreaCode.ProvinceOf(a.Code)) && a.FoldedName.Count(c => c == ' ') + 1 >= FewestWordsOfInitials)
            .GroupBy(a => string.Concat(a.FoldedName.Split(' ').Select(word => word[0]))).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single());
    }

    /// <returns>Null where none is named.</returns>
    public Area? Find(string text)
    {
        var words = AreaText.Words(text).Select(w => w == "kab" ? "kabupaten" : Cities.Contains(w) ? City : w).ToList();
        return _whole.Longest(words).FirstOrDefault() ?? words.Select(w => _byInitials.GetValueOrDefault(w)).FirstOrDefault(a => a is not null)
            ?? _whole.Longest(WithCityFirst(words)).FirstOrDefault() ?? _bare.Longest(words).FirstOrDefault();
    }

    /// <summary>"bandung kota" is Kota Bandung.</summary>
    private static List<string> WithCityFirst(List<string> words)
    {
        var turned = words.ToList();
        for (var i = 1; i < turned.Count; i++)
        {
            if (words[i] == City)
            {
                (turned[i - 1], turned[i]) = (City, words[i - 1]);
            }
        }

        return turned;
    }

    private static string Bare(Area regency) => string.Join(' ', regency.FoldedName.Split(' ').Where(w => !Kinds.Contains(w)));
}
