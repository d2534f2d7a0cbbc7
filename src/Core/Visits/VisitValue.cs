using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Visits;

/// <summary>
/// What was seen, one field at a time: whose, which, when, by whom. A later round holds only what it changed, so that what was
/// reported before stays. All of it is about people at home, so all of it is sealed.
/// </summary>
public sealed class VisitValue
{
    public static readonly SealedTable Table = new("visit_value");

    public required Guid Id { get; init; }

    public required Guid VisitId { get; init; }

    /// <summary>The round in which it was noted.</summary>
    public required int Round { get; init; }

    /// <summary>A code of <see cref="VisitFields"/>.</summary>
    public required string Field { get; init; }

    /// <summary>Null where it was taken out.</summary>
    public Sealed? Value { get; set; }

    public required Guid NotedBy { get; set; }

    public required DateTime NotedAt { get; set; }
}

internal sealed class VisitValueMapping : IEntityTypeConfiguration<VisitValue>
{
    public void Configure(EntityTypeBuilder<VisitValue> builder)
    {
        builder.ToTable("visit_value");
        builder.HasKey(v => v.Id);
        builder.HasIndex(v => new { v.VisitId, v.Round, v.Field }).IsUnique();
    }
}
