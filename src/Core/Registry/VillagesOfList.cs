using SlrtBot.Core.Areas;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Registry;

/// <summary>Says of each row in which village of the regency it lies: by the code, else by the names of village and sub-district.</summary>
internal sealed class VillagesOfList(AreaCatalogue areas, string regency)
{
    private readonly Dictionary<string, (string? Code, string? Problem)> _known = new(StringComparer.Ordinal);

    public Refusal? Problem(ImportRow row) => Look(row).Problem is { } code ? new Refusal(code, row[RegistryColumns.VillageCode].IsEmpty ? RegistryColumns.Village : RegistryColumns.VillageCode) : null;

    /// <returns>The regency where the list says nothing.</returns>
    public string Of(ImportRow row) => Look(row).Code ?? regency;

    private (string? Code, string? Problem) Look(ImportRow row)
    {
        var (code, village, district) = (row[RegistryColumns.VillageCode].Text, row[RegistryColumns.Village].Text, row[RegistryColumns.District].Text);
        if (code.Length == 0 && village.Length == 0)
        {
            return default;
        }

        var key = code.Length > 0 ? code : $"{village}|{district}";
        if (!_known.TryGetValue(key, out var found))
        {
            _known[key] = found = code.Length > 0 ? ByCode(code) : ByName(village, district);
        }

        return found;
    }

    private (string?, string?) ByCode(string text) =>
        AreaCode.Normalise(text) is { } code && areas.Find(code) is { Level: AreaLevel.Village } village
            ? Inside(areas.NowOf(village.Code))
            : (null, "registry_village_unknown");

    private (string?, string?) ByName(string village, string district)
    {
        var named = areas.Search(district.Length > 0 ? $"desa {village} kecamatan {district}" : $"desa {village}", [regency]);
        return named.Only is { } only ? Inside(only.Code)
            : (null, named.Certainty == AreaCertainty.Several ? "registry_village_several" : "registry_village_unknown");
    }

    private (string?, string?) Inside(string code) => AreaCode.Contains(regency, code) ? (code, null) : (null, "registry_village_elsewhere");
}
