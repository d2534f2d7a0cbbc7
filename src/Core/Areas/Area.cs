using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Areas;

public enum AreaLevel
{
    Province,
    Regency,
    District,
    Village,
}

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

    /// <summary>Lower case without diacritics: the order of lists, alike on both databases.</summary>
    public required string FoldedName { get; set; }

    /// <summary>IANA zone; set on provinces, inherited by what lies below.</summary>
    public string? TimeZoneId { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string? SuccessorCode { get; set; }
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
