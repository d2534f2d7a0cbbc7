using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Visits;

/// <summary>How a photo's place is known; labels <c>visit.position.{code}</c>.</summary>
public enum PositionSource
{
    /// <summary>Nobody said where it was taken.</summary>
    None,

    /// <summary>A pin that whoever took it gave.</summary>
    Pin,

    /// <summary>The device's own position at that photo, given by a button.</summary>
    Device,
}

/// <summary>A photo of a visit: its bytes are a stored file, its place is said here. EXIF is never read and never kept.</summary>
public sealed class VisitPhoto
{
    public static readonly SealedTable Table = new("visit_photo");

    /// <summary>Of its stored file.</summary>
    public required Guid Id { get; init; }

    public required Guid VisitId { get; init; }

    /// <summary>The round in which it was added.</summary>
    public required int Round { get; init; }

    public required PositionSource Source { get; init; }

    /// <summary>"latitude,longitude" in degrees, WGS 84. The distance to a place follows from it, and is stored nowhere.</summary>
    public Sealed? Position { get; set; }

    /// <summary>Metres around it, as the device said; null for a pin.</summary>
    public int? Accuracy { get; init; }

    public required Guid TakenBy { get; init; }

    public required DateTime AddedAt { get; init; }
}

internal sealed class VisitPhotoMapping : IEntityTypeConfiguration<VisitPhoto>
{
    public void Configure(EntityTypeBuilder<VisitPhoto> builder)
    {
        builder.ToTable("visit_photo");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => p.VisitId);
    }
}
