using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Complaints;

/// <summary>Staff set how urgent a complaint is.</summary>
public sealed class UrgencyRevision
{
    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    public required Urgency FromUrgency { get; init; }

    public required Urgency ToUrgency { get; init; }

    /// <summary>The note that says why; null where none was written.</summary>
    public Guid? NoteId { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class UrgencyRevisionMapping : IEntityTypeConfiguration<UrgencyRevision>
{
    public void Configure(EntityTypeBuilder<UrgencyRevision> builder)
    {
        builder.ToTable("urgency_revision");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => new { r.ComplaintId, r.Id });
    }
}
