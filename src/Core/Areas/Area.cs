using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Areas;

/// <summary>
/// An area by its Kemendagri code (<c>32.04.37.2001</c>). Codes are valid from a day and may end with a successor:
/// a complaint keeps the code that held when it was lodged.
/// </summary>
public sealed class Area
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

    /// <summary>Of villages only.</summary>
    public VillageKind? Kind => AreaCode.KindOf(Code);

    public bool HasEnded => ValidTo is not null;

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
        builder.HasIndex(a => new { a.ParentCode, a.FoldedName });
    }
}
