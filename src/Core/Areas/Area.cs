using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Areas;

/// <summary>
/// An area by its Kemendagri code (<c>32.04.37.2001</c>). Codes are valid from a day and may end with a successor:
/// a complaint keeps the code that held when it was lodged.
/// </summary>
public sealed class Area : IVersioned
{
    public required string Code { get; init; }

    public string? ParentCode { get; init; }

    public required AreaLevel Level { get; init; }

    public required string Name { get; set; }

    /// <summary>Lower case without diacritics (<see cref="AreaName.Fold"/>): the order of lists, alike on both databases.</summary>
    public required string FoldedName { get; set; }

    /// <summary>IANA zone; set on provinces, inherited by what lies below.</summary>
    public string? TimeZoneId { get; set; }

    /// <summary>The first day on which the code is valid; null where it was known from the beginning.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>The first day on which the code is no longer valid.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The code that took its place, where staff have said which.</summary>
    public string? SuccessorCode { get; set; }

    /// <summary>The village that this one was split from, where staff made it; null for what the official lists brought.</summary>
    public string? OriginCode { get; init; }

    /// <summary>Of its point on the map (its office, as a rule), in degrees north, WGS 84; null while nobody has said.</summary>
    public double? Latitude { get; set; }

    /// <summary>In degrees east; there where <see cref="Latitude"/> is.</summary>
    public double? Longitude { get; set; }

    public int Version { get; set; }

    /// <summary>Of villages only.</summary>
    public VillageKind? Kind => AreaCode.KindOf(Code);

    public bool HasEnded => ValidTo is not null;

    public GeoPoint? Point => Latitude is { } north && Longitude is { } east ? new GeoPoint(north, east) : null;

    /// <param name="code">A dotted code; level, parent and zone follow from it.</param>
    public static Area From(string code, string name)
    {
        var level = AreaCode.LevelOf(code);
        return new Area
        {
            Code = code,
            ParentCode = AreaCode.ParentOf(code),
            Level = level,
            Name = name,
            FoldedName = AreaName.Fold(name),
            TimeZoneId = level == AreaLevel.Province ? ProvinceZones.Of(code) : null,
        };
    }

    /// <summary>A village beside another, or in its place.</summary>
    public static Area MadeOf(Area origin, string code, string name) => new()
    {
        Code = code,
        ParentCode = origin.ParentCode,
        Level = origin.Level,
        Name = name,
        FoldedName = AreaName.Fold(name),
        OriginCode = origin.Code,
    };

    public void PutAt(GeoPoint? point) => (Latitude, Longitude) = (point?.Latitude, point?.Longitude);

    public void Rename(string name)
    {
        Name = name;
        FoldedName = AreaName.Fold(name);
    }
}

internal sealed class AreaMapping : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("area");
        builder.HasKey(a => a.Code);
        builder.Ignore(a => a.Point);
        builder.HasIndex(a => new { a.ParentCode, a.FoldedName });
    }
}
