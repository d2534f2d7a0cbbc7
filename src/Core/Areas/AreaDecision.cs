using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Areas;

/// <summary>What was decided about an area; labels <c>area_decision.{code}</c>, in the audit <c>area.{code}</c>.</summary>
public enum AreaDecisionKind
{
    Renamed,

    /// <summary>A village is no more; another took its place.</summary>
    Ended,

    /// <summary>New villages were made of it.</summary>
    Split,
    PointSet,

    /// <summary>Points of many villages came with a list.</summary>
    PointsImported,

    /// <summary>An earlier decision no longer holds.</summary>
    TakenBack,
}

/// <summary>One line of an area's decision log. Written once, never changed: the database refuses it.</summary>
public sealed class AreaDecision
{
    public static readonly SealedTable Table = new("area_decision");

    public required Guid Id { get; init; }

    public required string AreaCode { get; init; }

    public required AreaDecisionKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Null for a verb at the machine.</summary>
    public Guid? DecidedBy { get; init; }

    /// <summary>The first day on which it holds, as the decree says.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>A name, or "latitude,longitude"; null where there was none.</summary>
    public string? Before { get; init; }

    /// <summary>A name, a point, the code that took its place, or the new codes with a plus sign between them.</summary>
    public string? After { get; init; }

    /// <summary>The roles that went along, as JSON of codes and ids; null where none did.</summary>
    public string? Roles { get; init; }

    /// <summary>The decision that this one takes back.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>Null for a verb.</summary>
    public Sealed? Reason { get; init; }
}

internal sealed class AreaDecisionMapping : IEntityTypeConfiguration<AreaDecision>
{
    public void Configure(EntityTypeBuilder<AreaDecision> builder)
    {
        builder.ToTable("area_decision");
        builder.HasKey(d => d.Id);
        builder.HasIndex(d => new { d.AreaCode, d.Id });
        builder.HasIndex(d => d.Undoes).IsUnique().HasFilter("undoes is not null");
    }
}
