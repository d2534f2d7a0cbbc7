using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>Staff said what a complaint is about, or how delicate it is.</summary>
public sealed class CategoryRevision
{
    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    public required string FromCode { get; init; }

    public required string ToCode { get; init; }

    public required bool WasSensitive { get; init; }

    public required bool IsSensitive { get; init; }

    /// <summary>The note that says why.</summary>
    public required Guid NoteId { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class CategoryRevisionMapping : IEntityTypeConfiguration<CategoryRevision>
{
    public void Configure(EntityTypeBuilder<CategoryRevision> builder)
    {
        builder.ToTable("category_revision");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => new { r.ComplaintId, r.Id });
    }
}
