using System.Text.RegularExpressions;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Areas;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Sub-districts and villages as buttons, eight to a page.</summary>
internal sealed partial class PlaceOptions(AreaCatalogue areas)
{
    private const string Prefix = "area.";
    private const string OfDistricts = PlaceList.Districts;
    private const string OfSameName = "same_name";
    private const string OfSimilarName = "near";
    private const string OfSuccessor = "became";
    private const string OfVillages = PlaceList.Villages;
    private const int LongestLabel = 24;

    public Prompt Ask(Turn turn, PlaceList places)
    {
        var options = places.Codes.Select(code => new Option(Prefix + code, Label(places.Heading, code))).ToList();
        var shown = options.Skip(places.Page * PlaceList.PerPage).Take(PlaceList.PerPage).ToList();
        var prompt = turn.Question($"village.{places.Heading}", ("name", areas.Get(places.Codes[0]).Name)).With(shown) with
        {
            Unshown = [.. options.Except(shown)],
            Help = turn.Phrase("ask.village.help"),
        };
        prompt = places.Pages > 1 ? prompt.With(turn.Option(VillageStep.NextPage)) : prompt;
        return places switch
        {
            { IsOfDistricts: true } => prompt.With(turn.Option(VillageStep.NotKnown)),
            { IsOfVillages: true } => prompt.With(turn.Option(VillageStep.DistrictAlone), turn.Option(VillageStep.ByDistrict)),
            _ => prompt.With(turn.Option(VillageStep.ByDistrict)),
        };
    }

    public PlaceList Districts() => new(OfDistricts, [.. areas.Regencies.SelectMany(areas.Districts).Select(d => d.Code)]);

    public PlaceList VillagesOf(string district) => new(OfVillages, [.. areas.Villages(district).Select(v => v.Code)]);

    public static PlaceList SameName(AreaFinding finding) => new(OfSameName, [.. finding.Matches.Select(m => m.Area.Code)]);

    public static PlaceList Near(AreaFinding finding) => new(OfSimilarName, [.. finding.Matches.Select(m => m.Area.Code)]);

    /// <summary>What became of a village that was named by an old name: one to agree to, or several to choose from.</summary>
    public static PlaceList Became(AreaFinding finding) => finding.Matches.Count > 1 ? Near(finding) : new(OfSuccessor, [finding.Matches[0].Area.Code]);

    /// <summary>Of the villages on offer the one that was typed: by its name, or by its sub-district where only that differs.</summary>
    /// <returns>A code; null where none or several may be meant.</returns>
    public string? Within(PlaceList places, AreaFinding finding)
    {
        var meant = places.Heading == OfSameName && finding.District is { } district
            ? places.Codes.Where(code => areas.Find(code)?.ParentCode == district.Code)
            : places.Codes.Intersect(finding.Matches.Select(m => m.Area.Code));
        return meant.Take(2).ToList() is [var one] ? one : null;
    }

    /// <returns>Null for an option that is not a place.</returns>
    public static string? CodeOf(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;

    /// <summary>Whether the words help a visitor to find the house.</summary>
    public static bool SaysMoreThanAVillage(string text) => HouseWords().IsMatch(text);

    /// <summary>The hamlet and its RT and RW, as far as a story names them.</summary>
    /// <returns>Null where it names neither.</returns>
    public static string? HouseIn(string text) =>
        string.Join(' ', new[] { Hamlet().Match(text), Neighbourhood().Match(text) }.Where(m => m.Success).Select(m => m.Value.Trim(' ', ',', '.'))) is { Length: > 0 } house ? house : null;

    /// <summary>The way to the house, without the village that was named by mistake.</summary>
    /// <returns>Null where nothing is left.</returns>
    public static string? WithoutName(string? address, string village) => address is null ? null
        : Regex.Replace(address, $@"[\s,]*\b(?:(?:desa|ds|kel|kelurahan)\b\.? *)?{Regex.Escape(village)}\b", "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
            .Trim(' ', ',', '.') is { Length: > 0 } rest ? rest : null;

    private string Label(string heading, string code)
    {
        var area = areas.Get(code);
        var district = area.Level == AreaLevel.Village ? areas.Find(area.ParentCode!) : null;
        var label = heading switch
        {
            OfSameName when district is not null => AreaTitle.Of(district),
            OfSimilarName when district is not null && areas.IsRepeated(area) => $"{area.Name}, {district.Name}",
            OfSimilarName or OfSuccessor => AreaTitle.Of(area),
            _ => area.Name,
        };
        return label.Length <= LongestLabel ? label : string.Concat(label.AsSpan(0, LongestLabel - 1), "…");
    }

    [GeneratedRegex(@"\b(?:kp|kampung|dusun|dsn)\b\.? *(?!saya|abdi|kami|kita|kula)\p{L}{3,}(?: (?-i:\p{Lu})\p{L}+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hamlet();

    [GeneratedRegex(@"\brt\.? *\d{1,3}(?:[ ,/]*(?:rw)?\.? *\d{1,3})?(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Neighbourhood();

    [GeneratedRegex(
        @"\b(?:rt|rw|kp|kampung|dusun|jl|jln|jalan|gg|gang|blok|no|dekat|deket|deukeut|cedhak|samping|sebelah|seberang|belakang|depan)[ .]*\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HouseWords();
}
