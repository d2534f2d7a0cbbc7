namespace SlrtBot.Core.Areas;

/// <summary>
/// Whatever lies somewhere and says so in these columns, as codes. A null is a level that is not known. The scope of staff is a
/// condition on them: see <see cref="PlacedIn"/>.
/// </summary>
public interface IPlaced
{
    string RegencyCode { get; }

    string? DistrictCode { get; }

    string? VillageCode { get; }
}

/// <summary>Where something lies, as closely as that is known.</summary>
public readonly record struct Place(string RegencyCode, string? DistrictCode, string? VillageCode) : IPlaced
{
    /// <param name="code">Of a regency or of something in it; null where nothing is known.</param>
    /// <param name="home">The regency that is meant then.</param>
    public static Place Of(string? code, string home) => code is not null && AreaCode.RegencyOf(code) is { } regency
        ? new Place(regency, AreaCode.DistrictOf(code), AreaCode.LevelOf(code) == AreaLevel.Village ? code : null)
        : new Place(home, null, null);
}

public static class ClosestArea
{
    /// <summary>The code of the smallest area that is known.</summary>
    public static string Closest(this IPlaced placed) => placed.VillageCode ?? placed.DistrictCode ?? placed.RegencyCode;
}
