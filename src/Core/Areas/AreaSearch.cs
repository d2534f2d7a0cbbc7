using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Areas;

/// <summary>
/// Finds the village that a resident means: the exact name without regard to spaces, capitals and old spelling,
/// with or without its sub-district, and similar names by edit distance where nothing is exact.
/// </summary>
internal sealed class AreaSearch(IReadOnlyList<Area> districts, Func<string, IReadOnlyList<Area>> villagesOf)
{
    private const int MostNear = 5;
    private const int LongestName = 4;
    private const int ShortestGuess = 4;

    private readonly ILookup<string, Area> _districts = districts.ToLookup(Key);
    private readonly List<Area> _villages = [.. districts.SelectMany(d => villagesOf(d.Code))];

    public AreaFinding Run(string text)
    {
        if (AreaCode.Normalise(text.Trim()) is { } code)
        {
            return ByCode(code);
        }

        var said = AreaText.Parse(text);
        return DistrictOf(said.District) is { } district ? Inside(district, said) : Anywhere(said);
    }

    private AreaFinding ByCode(string code) =>
        _villages.Find(v => v.Code == code) is { } village ? Named([village], null)
        : districts.FirstOrDefault(d => d.Code == code) is { } district ? new(AreaCertainty.District, [], district)
        : AreaFinding.Nothing;

    private AreaFinding Inside(Area district, AreaText said)
    {
        if (said.Village.All(AreaText.IsFiller))
        {
            return new AreaFinding(AreaCertainty.District, [], district);
        }

        var inside = Longest(said.Village, villagesOf(district.Code));
        if (inside.Count > 0)
        {
            return Named(inside, district);
        }

        var near = Near(said.Village, villagesOf(district.Code));
        if (near.Count > 0)
        {
            return new AreaFinding(AreaCertainty.Near, near, district);
        }

        // The name exists, only not in the sub-district that was named: one of the two is a slip.
        var outside = Longest(said.Village, _villages);
        return outside.Count > 0
            ? new AreaFinding(AreaCertainty.Near, Exactly(outside), district)
            : new AreaFinding(AreaCertainty.District, [], district);
    }

    private AreaFinding Anywhere(AreaText said)
    {
        var words = said.Village;
        var whole = Whole(words, _villages);
        var sameName = DistrictNamed(words);
        if (whole.Count > 0)
        {
            var chosen = said.SaysKelurahan && whole.Exists(IsKelurahan) ? whole.FindAll(IsKelurahan) : whole;
            return said.WasElsewhere ? new(AreaCertainty.Near, Exactly(chosen), sameName) : Named(chosen, said.SaysVillage ? null : sameName);
        }

        if (WithDistrict(words) is { } pair)
        {
            return pair;
        }

        if (sameName is not null && !said.SaysVillage)
        {
            return new AreaFinding(AreaCertainty.District, [], sameName);
        }

        var part = Longest(words, _villages);
        if (part.Count > 0)
        {
            return said.SaysVillage && words.Count > 0 && Longest(words, part, firstOnly: true).Count > 0
                ? Named(part, null)
                : new AreaFinding(AreaCertainty.Near, Exactly(part), null);
        }

        var near = Near(words, _villages);
        return near.Count > 0 ? new AreaFinding(AreaCertainty.Near, near, null)
            : DistrictOf(words) is { } district ? new AreaFinding(AreaCertainty.District, [], district)
            : AreaFinding.Nothing;
    }

    /// <summary>"Sukamukti Katapang": a village followed or preceded by its own sub-district.</summary>
    private AreaFinding? WithDistrict(IReadOnlyList<string> words)
    {
        AreaFinding? near = null;
        foreach (var (start, length, key) in Windows(words))
        {
            foreach (var district in _districts[key])
            {
                var others = words.Take(start).Concat(words.Skip(start + length)).ToList();
                var villages = villagesOf(district.Code);
                if (Longest(others, villages) is { Count: > 0 } named)
                {
                    return Named(named, district);
                }

                if (near is null && Near(others, villages) is { Count: > 0 } similar)
                {
                    near = new AreaFinding(AreaCertainty.Near, similar, district);
                }
            }
        }

        return near;
    }

    private Area? DistrictNamed(IReadOnlyList<string> words) => Whole(words, districts).FirstOrDefault();

    private Area? DistrictOf(IReadOnlyList<string> words) =>
        Longest(words, districts, firstOnly: true).FirstOrDefault() ?? Near(words, districts).FirstOrDefault()?.Area;

    private static AreaFinding Named(List<Area> villages, Area? district) =>
        new(villages.Count == 1 ? AreaCertainty.One : AreaCertainty.Several, Exactly(villages), district);

    private static List<AreaMatch> Exactly(List<Area> areas) => [.. areas.Select(a => new AreaMatch(a, 0))];

    private static bool IsKelurahan(Area area) => area.Kind == VillageKind.Kelurahan;

    private static string Key(Area area) => AreaName.Compact(area.FoldedName);

    private static string Key(IEnumerable<string> words) => AreaName.Compact(string.Concat(words));

    /// <summary>Areas whose name is all that was written, words like "saya dari" aside.</summary>
    private static List<Area> Whole(IReadOnlyList<string> words, IReadOnlyList<Area> among)
    {
        var all = Key(words);
        var bare = Key(words.Where(w => !AreaText.IsFiller(w)));
        return [.. among.Where(a => Key(a) is var key && key.Length > 0 && (key == all || key == bare))];
    }

    /// <summary>Areas named by the longest run of words that is a name.</summary>
    private static List<Area> Longest(IReadOnlyList<string> words, IReadOnlyList<Area> among, bool firstOnly = false)
    {
        var names = among.ToLookup(Key);
        return Windows(words).Where(w => !firstOnly || w.Start == 0).Where(w => names.Contains(w.Key))
            .OrderByDescending(w => w.Key.Length).Select(w => names[w.Key].ToList()).FirstOrDefault([]);
    }

    private static List<AreaMatch> Near(IReadOnlyList<string> words, IReadOnlyList<Area> among)
    {
        var bare = words.Where(w => !AreaText.IsFiller(w)).ToList();
        var tried = bare.Count <= LongestName ? Windows(bare).Select(w => w.Key).Append(Key(bare)) : Windows(bare).Select(w => w.Key);
        var keys = tried.Where(k => k.Length >= ShortestGuess).Distinct().ToList();
        var found = among.Select(a => new AreaMatch(a, keys.Select(k => Distance(k, Key(a))).DefaultIfEmpty(int.MaxValue).Min()))
            .Where(m => m.Distance < int.MaxValue).OrderBy(m => m.Distance).ThenBy(m => m.Area.FoldedName, StringComparer.Ordinal).ToList();
        return [.. found.Where(m => m.Distance <= found[0].Distance + 1).Take(MostNear)];
    }

    /// <summary>Letters that differ; 0 for the beginning of a longer name, the greatest integer when too many do.</summary>
    private static int Distance(string written, string name)
    {
        var allowed = Math.Min(written.Length, name.Length) switch { <= 5 => 1, <= 9 => 2, _ => 3 };
        var distance = EditDistance.Between(written, name, allowed);
        return name.StartsWith(written, StringComparison.Ordinal) ? 0 : distance <= allowed ? distance : int.MaxValue;
    }

    private static IEnumerable<(int Start, int Length, string Key)> Windows(IReadOnlyList<string> words) =>
        from length in Enumerable.Range(1, Math.Min(LongestName, words.Count)).Reverse()
        from start in Enumerable.Range(0, words.Count - length + 1)
        select (start, length, Key(words.Skip(start).Take(length)));
}
