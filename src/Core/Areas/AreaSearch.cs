namespace SlrtBot.Core.Areas;

/// <summary>
/// Finds the village that a resident means: the exact name without regard to spaces, capitals and old spelling,
/// with or without its sub-district, and similar names by edit distance where nothing is exact.
/// </summary>
internal sealed class AreaSearch
{
    private readonly IReadOnlyList<Area> _all;
    private readonly AreaNames _districts;
    private readonly AreaNames _villages;
    private readonly Dictionary<string, AreaNames> _inside;

    public AreaSearch(IReadOnlyList<Area> districts, Func<string, IReadOnlyList<Area>> villagesOf)
    {
        _all = [.. districts, .. districts.SelectMany(d => villagesOf(d.Code))];
        _districts = new AreaNames(districts);
        _villages = new AreaNames(_all.Where(a => a.Level == AreaLevel.Village));
        _inside = districts.ToDictionary(d => d.Code, d => new AreaNames(villagesOf(d.Code)));
    }

    /// <param name="text">The answer to "which village?", or a code.</param>
    public AreaFinding Answer(string text)
    {
        if (AreaCode.Normalise(text.Trim()) is { } code)
        {
            return _all.FirstOrDefault(a => a.Code == code) switch
            {
                null => AreaFinding.Nothing,
                { Level: AreaLevel.Village } village => Named([village], null),
                var named => Only(named),
            };
        }

        var said = AreaText.Parse(text);
        return DistrictOf(said.District) is { } district ? Inside(district, said) : Anywhere(said);
    }

    /// <summary>What a story says about its village in passing: only names after the word for their kind, or a village
    /// beside its own sub-district; ordinary words are like too many names.</summary>
    public AreaFinding Mention(string story)
    {
        var words = AreaText.Words(story);
        var district = AreaText.After(words, AreaText.IsDistrictWord).Select(w => _districts.Longest(w, fromStart: true).FirstOrDefault()).FirstOrDefault(d => d is not null);
        foreach (var after in AreaText.After(words, AreaText.IsVillageWord))
        {
            var named = (district is null ? _villages : _inside[district.Code]).Longest(after, fromStart: true);
            if (named.Count > 0)
            {
                return named.Count > 1 && WithDistrict(after, exact: true) is { } pair ? pair : Named(named, district);
            }
        }

        return WithDistrict(words, exact: true) ?? (district is null ? AreaFinding.Nothing : Only(district));
    }

    private AreaFinding Inside(Area district, AreaText said)
    {
        var villages = _inside[district.Code];
        if (said.Village.All(AreaText.IsFiller))
        {
            return Only(district);
        }

        var inside = villages.Longest(said.Village);
        if (inside.Count > 0)
        {
            return Named(inside, district) with { SaysBoth = true };
        }

        var near = villages.Near(said.Village);
        if (near.Count > 0)
        {
            return new AreaFinding(AreaCertainty.Near, near, district);
        }

        // The name exists, only not in the sub-district that was named: one of the two is a slip.
        var outside = _villages.Longest(said.Village);
        return outside.Count > 0 ? new AreaFinding(AreaCertainty.Near, Exactly(outside), district) : Only(district);
    }

    private AreaFinding Anywhere(AreaText said)
    {
        var words = said.Village;
        var sameName = _districts.Whole(words).FirstOrDefault();
        var whole = _villages.Whole(words);
        if (whole.Count > 0)
        {
            var chosen = Narrowed(whole, said);
            return said.WasElsewhere ? new(AreaCertainty.Near, Exactly(chosen), sameName) : Named(chosen, said.SaysVillage ? null : sameName);
        }

        if (WithDistrict(words) is { } pair)
        {
            return pair;
        }

        if (sameName is not null && !said.SaysVillage)
        {
            return Only(sameName);
        }

        // "desa bojong kuncy" is rather like Bojongkunci than called Bojong.
        if (said.SaysVillage && _villages.Longest(words, fromStart: true) is { Count: > 0 } named && _villages.LikeWhole(words).All(like => named.Contains(like.Area)))
        {
            return Named(Narrowed(named, said), null);
        }

        // What is like the whole comes before what only its beginning is called.
        var near = _villages.Longest(words) is { Count: > 0 } part
            ? [.. _villages.LikeWhole(words).UnionBy(Exactly(part), m => m.Area).Take(AreaNames.MostNear)]
            : _villages.Near(words);
        return near.Count > 0 ? new AreaFinding(AreaCertainty.Near, near, null)
            : DistrictOf(words) is { } district ? Only(district)
            : AreaFinding.Nothing;
    }

    /// <summary>"Kel. Padasuka" is not the desa of that name; "Solokanjeruk desa Cibodas" is the one there.</summary>
    private List<Area> Narrowed(List<Area> villages, AreaText said)
    {
        var around = _districts.Longest(said.Around).Select(d => d.Code).ToHashSet();
        return villages.FindAll(v => around.Contains(v.ParentCode!)) is { Count: > 0 } there ? there
            : said.SaysKelurahan && villages.FindAll(v => v.Kind == VillageKind.Kelurahan) is { Count: > 0 } towns ? towns
            : villages;
    }

    /// <summary>"Sukamukti Katapang": a village followed or preceded by its own sub-district.</summary>
    private AreaFinding? WithDistrict(IReadOnlyList<string> words, bool exact = false)
    {
        AreaFinding? near = null;
        foreach (var (start, length, key) in AreaNames.Windows(words))
        {
            foreach (var district in _districts.WithKey(key))
            {
                List<string> others = exact ? [.. words.Take(start).TakeLast(3)] : [.. words.Take(start), .. words.Skip(start + length)];
                if (_inside[district.Code].Longest(others) is { Count: > 0 } named)
                {
                    return Named(named, district);
                }

                if (!exact && near is null && _inside[district.Code].Near(others) is { Count: > 0 } similar)
                {
                    near = new AreaFinding(AreaCertainty.Near, similar, district);
                }
            }
        }

        return near;
    }

    private Area? DistrictOf(IReadOnlyList<string> words) =>
        _districts.Longest(words, fromStart: true).FirstOrDefault() ?? _districts.Near(words).FirstOrDefault()?.Area;

    private static AreaFinding Only(Area district) => new(AreaCertainty.District, [], district);

    private static AreaFinding Named(List<Area> villages, Area? district) =>
        new(villages.Count == 1 ? AreaCertainty.One : AreaCertainty.Several, Exactly(villages), district);

    private static List<AreaMatch> Exactly(List<Area> areas) => [.. areas.Select(a => new AreaMatch(a, 0))];
}
