using System.Collections.Frozen;

namespace SlrtBot.Core.Areas;

/// <summary>
/// Villages that have ended, and names that are no longer borne: which village is meant today. Only whole names count: what is
/// merely like an old name is rather like a name of today.
/// </summary>
internal sealed class FormerAreas
{
    private readonly FrozenDictionary<string, Area> _byCode;
    private readonly FrozenDictionary<string, string> _now;
    private readonly ILookup<string, string> _taken;
    private readonly ILookup<string, FormerName> _names;
    private readonly ILookup<string, string> _splitOff;
    private readonly AreaNames _former;

    public FormerAreas(FrozenDictionary<string, Area> byCode, IEnumerable<FormerName> names)
    {
        _byCode = byCode;
        _now = byCode.Values.Where(a => a.HasEnded).ToFrozenDictionary(a => a.Code, Follow);
        _taken = _now.Where(n => n.Key != n.Value).ToLookup(n => n.Value, n => n.Key);
        _names = names.OrderByDescending(n => n.Until).ThenByDescending(n => n.Id).ToLookup(n => n.AreaCode);
        _splitOff = byCode.Values.Where(a => a is { OriginCode: not null, HasEnded: false }).ToLookup(a => a.OriginCode!, a => a.Code);
        var ended = byCode.Values.Where(a => a is { Level: AreaLevel.Village, HasEnded: true } && Targets(a.Code).Any());
        var renamed = _names.SelectMany(n => n).Where(n => byCode.ContainsKey(n.AreaCode) && AreaCode.LevelOf(n.AreaCode) == AreaLevel.Village)
            .Select(n => Area.From(n.AreaCode, n.Name));
        _former = new AreaNames(ended.Concat(renamed));
    }

    public string NowOf(string code) => _now.GetValueOrDefault(code, code);

    public IReadOnlyList<string> PlacesTakenBy(string code) => [.. _taken[code]];

    public IReadOnlyList<FormerName> NamesOf(string code) => [.. _names[code]];

    /// <summary>What was found among the names of today, and which village an old name or code means beside that.</summary>
    public AreaFinding Beside(string text, AreaFinding found)
    {
        if (AreaCode.Normalise(text.Trim()) is { } code)
        {
            return found.Certainty == AreaCertainty.None && _byCode.GetValueOrDefault(code) is { HasEnded: true } old ? Led(old, [old], found) : found;
        }

        var said = AreaText.Parse(text).Village;
        var meant = said.All(AreaText.IsFiller) ? []
            : _former.Whole(said).FindAll(a => found.District is not { } district || found.Matches.Count == 0 || AreaCode.Contains(district.Code, a.Code));
        return meant.Count == 0 ? found : Led(meant[0], meant, found);
    }

    /// <summary>A village of today that bears the name comes first; which of them is asked in any case.</summary>
    private AreaFinding Led(Area old, IReadOnlyList<Area> meant, AreaFinding found)
    {
        var today = found.Certainty is AreaCertainty.One or AreaCertainty.Several ? found.Matches : [];
        var led = meant.SelectMany(a => Targets(a.Code)).Select(code => new AreaMatch(_byCode[code], 0));
        List<AreaMatch> all = [.. today.Concat(led).DistinctBy(m => m.Area.Code).Take(AreaNames.MostNear)];
        return all.Count == today.Count ? found : new AreaFinding(AreaCertainty.Near, all, found.District) { Former = today.Count == 0 ? old : null };
    }

    /// <summary>The village of today, and those that were split from it meanwhile.</summary>
    private IEnumerable<string> Targets(string code) =>
        new[] { NowOf(code) }.Concat(_byCode.GetValueOrDefault(code)?.HasEnded == true ? _splitOff[code] : [])
            .Where(c => _byCode.GetValueOrDefault(c) is { HasEnded: false, Level: AreaLevel.Village }).Distinct();

    /// <summary>Ends where a code is valid or names no successor; a ring, which no act makes, leads nowhere.</summary>
    private string Follow(Area ended)
    {
        var seen = new HashSet<string>();
        var at = ended;
        while (at is { HasEnded: true, SuccessorCode: { } next } && _byCode.TryGetValue(next, out var following))
        {
            if (!seen.Add(at.Code))
            {
                return ended.Code;
            }

            at = following;
        }

        return at.Code;
    }
}
