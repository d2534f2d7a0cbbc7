using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Complaints.Lodging;

/// <summary>
/// The blind word index: eight bytes of a keyed hash of each stemmed word, name sound and name beginning, so that
/// staff can search what the database itself cannot read. What it leaks: docs/adr.
/// </summary>
public sealed class ComplaintWord
{
    public required byte[] Word { get; init; }

    public required Guid ComplaintId { get; init; }
}

internal sealed class ComplaintWordMapping : IEntityTypeConfiguration<ComplaintWord>
{
    public void Configure(EntityTypeBuilder<ComplaintWord> builder)
    {
        builder.ToTable("complaint_word");
        builder.HasKey(w => new { w.Word, w.ComplaintId });
        builder.HasIndex(w => w.ComplaintId);
    }
}
