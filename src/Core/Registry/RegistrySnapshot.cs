using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Registry;

/// <summary>Where a list of the poverty data comes from; labels <c>registry.source.{code}</c>.</summary>
public enum RegistrySource
{
    /// <summary>A list out of SIKS-NG.</summary>
    SiksNg,

    /// <summary>Deciles by family.</summary>
    Dtsen,

    /// <summary>Recipients by name and address.</summary>
    Bnba,

    /// <summary>The shape of the coordinating ministry's lists of extreme poverty.</summary>
    P3ke,
    Other,
}

/// <summary>
/// One list of the poverty data as it was on a day. The newest of a source and regency is the one that is asked; older ones stay,
/// to be compared with. None is ever changed.
/// </summary>
public sealed class RegistrySnapshot : IVersioned
{
    /// <summary>That of its import.</summary>
    public required Guid Id { get; init; }

    public required RegistrySource Source { get; init; }

    /// <summary>The day that its data are of; not the day on which they came.</summary>
    public required DateOnly AsOf { get; init; }

    public required string RegencyCode { get; init; }

    public required int Rows { get; init; }

    public required DateTime StoredAt { get; init; }

    /// <summary>When it was taken back; from then on nobody sees it.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public int Version { get; set; }
}

internal sealed class RegistrySnapshotMapping : IEntityTypeConfiguration<RegistrySnapshot>
{
    public void Configure(EntityTypeBuilder<RegistrySnapshot> builder)
    {
        builder.ToTable("registry_snapshot");
        builder.HasKey(s => s.Id);
        builder.HasIndex(s => new { s.RegencyCode, s.Source, s.AsOf });
    }
}
