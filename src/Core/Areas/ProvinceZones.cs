namespace SlrtBot.Core.Areas;

/// <summary>
/// Indonesia's three time zones by province code, after Presidential Decree 41 of 1987: WIB UTC+7, WITA UTC+8,
/// WIT UTC+9, without daylight saving. Provinces founded later keep the zone of the one they came from.
/// </summary>
public static class ProvinceZones
{
    public const string Wib = "Asia/Jakarta";
    public const string Wita = "Asia/Makassar";
    public const string Wit = "Asia/Jayapura";

    private static readonly HashSet<string> WitaProvinces =
        ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"];

    /// <param name="code">Any area code; its first two digits are the province.</param>
    /// <returns>An IANA zone id; null when the digits are no province's.</returns>
    public static string? Of(string code) => AreaCode.ProvinceOf(code) switch
    {
        var province when WitaProvinces.Contains(province) => Wita,
        ['1' or '2' or '3' or '6', _] => Wib,
        ['8' or '9', _] => Wit,
        _ => null,
    };
}
