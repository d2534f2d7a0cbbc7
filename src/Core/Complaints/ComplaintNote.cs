using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints;

/// <summary>A note among colleagues; the resident never reads it.</summary>
public sealed class ComplaintNote
{
    public static readonly SealedTable Table = new("complaint_note");

    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    public required Guid StaffId { get; init; }

    public required Sealed Text { get; init; }

    public required DateTime At { get; init; }

    internal static ComplaintNote Of(Guid complaintId, Guid id, string text, StaffScope actor, Provenance by, FieldCipher cipher) => new()
    {
        Id = id,
        ComplaintId = complaintId,
        StaffId = actor.StaffId,
        Text = cipher.Seal(text.Trim(), ComplaintNote.Table, id, "text"),
        At = by.At,
    };
}

internal sealed class ComplaintNoteMapping : IEntityTypeConfiguration<ComplaintNote>
{
    public void Configure(EntityTypeBuilder<ComplaintNote> builder)
    {
        builder.ToTable("complaint_note");
        builder.HasKey(n => n.Id);
        builder.HasIndex(n => new { n.ComplaintId, n.Id });
    }
}
