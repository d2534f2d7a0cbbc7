using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>Staff said where a complaint lies.</summary>
public sealed class Placement
{
    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    public required string FromCode { get; init; }

    public required string ToCode { get; init; }

    /// <summary>The note that says how they know; null where none was written.</summary>
    public Guid? NoteId { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class PlacementMapping : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.ToTable("placement");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => new { p.ComplaintId, p.Id });
    }
}
