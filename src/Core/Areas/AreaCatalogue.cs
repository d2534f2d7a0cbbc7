using System.Collections.Frozen;

namespace SlrtBot.Core.Areas;

/// <summary>
/// The areas this installation knows, held in memory: all provinces and regencies, and sub-districts and villages
/// of the regencies served. Empty until <see cref="Load"/>; a reload swaps the whole, readers keep what they hold.
/// </summary>
public sealed class AreaCatalogue(AreaOptions options)
{
    private readonly TimeZoneInfo _fallbackZone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
    private Snapshot _now = new([], [], options.Regencies);

    public bool IsEmpty => _now.ByCode.Count == 0;

    /// <summary>The regencies served, as the settings name them.</summary>
    public IReadOnlyList<string> Regencies { get; } = options.Regencies;

    /// <summary>The first of them: what is meant wherever somebody's place is not known.</summary>
    public string HomeRegency => Regencies[0];

    /// <summary>Of the installation's own days: working days of jobs, and the days on which roles hold.</summary>
    public TimeZoneInfo HomeZone => ZoneOf(HomeRegency);

    public void Load(IEnumerable<Area> areas, IEnumerable<FormerName>? former = null) => _now = new Snapshot(areas, former ?? [], Regencies);

    /// <returns>Null for a code that is not loaded; an area that has ended is still found.</returns>
    public Area? Find(string code) => _now.ByCode.GetValueOrDefault(code);

    /// <exception cref="KeyNotFoundException">The code is not loaded.</exception>
    public Area Get(string code) => Find(code) ?? throw new KeyNotFoundException($"Area {code} is not loaded.");

    /// <returns>The code that is valid today in the place of one that has ended, however often that happened since; else the code itself.</returns>
    public string NowOf(string code) => _now.Former.NowOf(code);

    /// <summary>Codes that have ended and whose place this one took, also through others in between.</summary>
    public IReadOnlyList<string> PlacesTakenBy(string code) => _now.Former.PlacesTakenBy(code);

    /// <summary>What it was called before, the latest first.</summary>
    public IReadOnlyList<FormerName> FormerNamesOf(string code) => _now.Former.NamesOf(code);

    /// <summary>Sub-districts of a regency that have not ended, by name.</summary>
    public IReadOnlyList<Area> Districts(string regency) => _now.Children(regency);

    /// <summary>Villages of a sub-district that have not ended, by name.</summary>
    public IReadOnlyList<Area> Villages(string district) => _now.Children(district);

    /// <summary>Villages of a sub-district that are no more, by name.</summary>
    public IReadOnlyList<Area> EndedVillages(string district) =>
        [.. _now.ByCode.Values.Where(a => a.HasEnded && a.ParentCode == district).OrderBy(a => a.FoldedName, StringComparer.Ordinal)];

    /// <summary>An area with the one around it: <c>Desa Cangkuang, Kec. Rancaekek</c>. A code that is not loaded
    /// comes back as it is.</summary>
    public string Path(string code) => Find(code) switch
    {
        null => code,
        { Level: AreaLevel.Village } village when Find(village.ParentCode!) is { } district =>
            $"{AreaTitle.Of(village)}, {AreaTitle.Of(district)}",
        { Level: AreaLevel.District } district when Find(district.ParentCode!) is { } regency =>
            $"{AreaTitle.Of(district)}, {regency.Name}",
        var area => AreaTitle.Of(area),
    };

    /// <summary>The shortest name that nothing else served here bears: the path where villages share a name.</summary>
    public string Label(string code) => Find(code) switch
    {
        null => code,
        { Level: AreaLevel.Village } village when IsRepeated(village) => Path(code),
        var area => AreaTitle.Of(area),
    };

    /// <summary>Whether another village of the regencies loaded has the same name.</summary>
    public bool IsRepeated(Area village) => _now.VillagesNamed(AreaName.Compact(village.FoldedName)).Length > 1;

    /// <summary>Villages of the regencies loaded that bear exactly this name, spaces, capitals and old spelling aside.</summary>
    public IReadOnlyList<Area> VillagesNamed(string name) => _now.VillagesNamed(AreaName.Compact(AreaName.Fold(name)));

    public TimeZoneInfo ZoneOf(string code) => _now.ZoneOf(AreaCode.ProvinceOf(code)) ?? _fallbackZone;

    /// <summary>Villages (or a sub-district) that a resident may mean, best first.</summary>
    /// <param name="text">The answer to "which village?" as typed, or a code; for a story see <see cref="Mention"/>.</param>
    /// <param name="regencies">Where to look; the regencies served when null.</param>
    public AreaFinding Search(string text, IReadOnlyList<string>? regencies = null) =>
        _now.Former.Beside(text, (regencies is null ? _now.Search : _now.SearchIn(regencies)).Answer(text));

    /// <summary>The village or sub-district that a story names in passing, to be confirmed: exact names only, after
    /// "desa" or "kecamatan", or a village before its own sub-district.</summary>
    public AreaFinding Mention(string story) => _now.Search.Mention(story);

    /// <summary>A regency that is not served, where the text names one: its name must be written in full.</summary>
    public Area? Outside(string text) => _now.Outside.Find(text);

    private sealed class Snapshot
    {
        private readonly FrozenDictionary<string, Area[]> _children;
        private readonly FrozenDictionary<string, Area[]> _villagesByName;
        private readonly FrozenDictionary<string, TimeZoneInfo> _zones;

        public Snapshot(IEnumerable<Area> areas, IEnumerable<FormerName> former, IReadOnlyList<string> served)
        {
            ByCode = areas.ToFrozenDictionary(a => a.Code);
            var current = ByCode.Values.Where(a => !a.HasEnded).OrderBy(a => a.FoldedName, StringComparer.Ordinal).ToList();
            _children = current.Where(a => a.ParentCode is not null).GroupBy(a => a.ParentCode!).ToFrozenDictionary(g => g.Key, g => g.ToArray());
            _villagesByName = current.Where(a => a.Level == AreaLevel.Village).GroupBy(a => AreaName.Compact(a.FoldedName))
                .ToFrozenDictionary(g => g.Key, g => g.ToArray());
            _zones = current.Where(a => a.TimeZoneId is not null)
                .ToFrozenDictionary(a => a.Code, a => TimeZoneInfo.FindSystemTimeZoneById(a.TimeZoneId!));
            Search = SearchIn(served);
            Former = new FormerAreas(ByCode, former);
            Outside = new RegencyNames(current.Where(a => a.Level == AreaLevel.Regency), served);
        }

        public AreaSearch Search { get; }

        public FormerAreas Former { get; }

        public RegencyNames Outside { get; }

        public AreaSearch SearchIn(IReadOnlyList<string> regencies) => new([.. regencies.Distinct().SelectMany(Children)], Children);

        public FrozenDictionary<string, Area> ByCode { get; }

        public Area[] Children(string code) => _children.GetValueOrDefault(code, []);

        public Area[] VillagesNamed(string compact) => _villagesByName.GetValueOrDefault(compact, []);

        public TimeZoneInfo? ZoneOf(string province) => _zones.GetValueOrDefault(province);
    }
}
