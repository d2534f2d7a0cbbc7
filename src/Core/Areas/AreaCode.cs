namespace SlrtBot.Core.Areas;

public enum AreaLevel
{
    Province,
    Regency,
    District,
    Village,
}

public enum VillageKind
{
    Desa,
    Kelurahan,

    /// <summary>A customary village (14 of them, in Papua).</summary>
    DesaAdat,
}

/// <summary>
/// Kemendagri area codes: province 32, regency 32.04, sub-district 32.04.37, village 32.04.37.2001. They nest by
/// prefix, and a scope is such a code (Kepmendagri 300.2.2-2138 of 2025).
/// </summary>
public static class AreaCode
{
    private static readonly int[] PartLengths = [2, 2, 2, 4];

    /// <returns>The dotted code, also of one written without dots (<c>3204372001</c>, as in QR codes); null when it
    /// is not the form of a code.</returns>
    public static string? Normalise(string? text)
    {
        var digits = (text ?? "").Replace(".", "", StringComparison.Ordinal);
        if (digits.Length is not (2 or 4 or 6 or 10) || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var parts = new List<string>();
        for (int at = 0, part = 0; at < digits.Length; at += PartLengths[part], part++)
        {
            parts.Add(digits.Substring(at, PartLengths[part]));
        }

        var code = string.Join('.', parts);
        return text!.Contains('.') && text != code ? null : code;
    }

    /// <param name="code">A dotted code.</param>
    /// <exception cref="ArgumentException">The text is not a dotted area code.</exception>
    public static AreaLevel LevelOf(string code) => code.Length switch
    {
        2 => AreaLevel.Province,
        5 => AreaLevel.Regency,
        8 => AreaLevel.District,
        13 => AreaLevel.Village,
        _ => throw new ArgumentException("Not a dotted area code.", nameof(code)),
    };

    /// <returns>The code of the area around it; null for a province.</returns>
    public static string? ParentOf(string code) => code.LastIndexOf('.') is > 0 and var dot ? code[..dot] : null;

    public static string ProvinceOf(string code) => code[..2];

    /// <returns>The regency part; null for a province.</returns>
    public static string? RegencyOf(string code) => code.Length >= 5 ? code[..5] : null;

    /// <returns>The sub-district part; null for a province or regency.</returns>
    public static string? DistrictOf(string code) => code.Length >= 8 ? code[..8] : null;

    /// <returns>The code and those of all areas around it, widest first: 32, 32.04, 32.04.37, 32.04.37.2001.</returns>
    public static IReadOnlyList<string> Chain(string code) =>
        ParentOf(code) is { } parent ? [.. Chain(parent), code] : [code];

    /// <summary>Whether the area lies inside the scope, or is it.</summary>
    public static bool Contains(string scope, string code) =>
        code.StartsWith(scope, StringComparison.Ordinal) && (code.Length == scope.Length || code[scope.Length] == '.');

    /// <summary>The kind that the first digit of the village part tells: 1 kelurahan, 2 desa, 3 desa adat.</summary>
    /// <returns>Null for an area that is no village.</returns>
    public static VillageKind? KindOf(string code) => code.Length != 13 ? null : code[9] switch
    {
        '1' => VillageKind.Kelurahan,
        '3' => VillageKind.DesaAdat,
        _ => VillageKind.Desa,
    };
}
