using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints;

/// <summary>One move in a complaint's history, with what the resident was told and what colleagues were told.</summary>
public sealed class ComplaintMove
{
    public static readonly SealedTable Table = new("complaint_move");

    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    /// <summary>Null for the first line: lodged.</summary>
    public ComplaintStatus? FromStatus { get; init; }

    public required ComplaintStatus ToStatus { get; init; }

    public required string Verb { get; init; }

    public string? Reason { get; init; }

    /// <summary>The visit that the row demanded; null for every other row.</summary>
    public Guid? VisitId { get; init; }

    public Sealed? Message { get; set; }

    public Sealed? Note { get; set; }

    public required ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class ComplaintMoveMapping : IEntityTypeConfiguration<ComplaintMove>
{
    public void Configure(EntityTypeBuilder<ComplaintMove> builder)
    {
        builder.ToTable("complaint_move");
        builder.HasKey(m => m.Id);
        builder.HasIndex(m => new { m.ComplaintId, m.Id });
    }
}
