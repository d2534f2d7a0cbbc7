namespace SlrtBot.Core.Areas;

/// <summary>
/// The regencies that are not served, by their names: "garut", "kab. garut", "kota bandung". A name that one served bears too
/// ("bandung") means that one.
/// </summary>
internal sealed class RegencyNames
{
    private static readonly HashSet<string> Kinds = ["kabupaten", "kota", "kab"];
    private readonly AreaNames _bare;
    private readonly AreaNames _whole;

    public RegencyNames(IEnumerable<Area> regencies, IReadOnlyCollection<string> served)
    {
        var all = regencies.ToList();
        var ours = all.Where(a => served.Contains(a.Code)).Select(a => Bare(a)).ToHashSet();
        var others = all.Where(a => !served.Contains(a.Code)).ToList();
        _bare = new AreaNames(others.Where(a => !ours.Contains(Bare(a))), Bare);
        _whole = new AreaNames(others, a => a.FoldedName);
    }

    /// <returns>Null where none is named.</returns>
    public Area? Find(string text)
    {
        var words = AreaText.Words(text).Select(w => w == "kab" ? "kabupaten" : w).ToList();
        return _whole.Longest(words).FirstOrDefault() ?? _bare.Longest(words).FirstOrDefault();
    }

    private static string Bare(Area regency) => string.Join(' ', regency.FoldedName.Split(' ').Where(w => !Kinds.Contains(w)));
}
