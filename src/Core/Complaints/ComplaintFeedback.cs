using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Complaints;

/// <summary>What a resident may say about the service itself; lines of the timeline, <c>verb.{code}</c>.</summary>
public enum FeedbackKind
{
    /// <summary>The promise has passed, and a superior is to look at it.</summary>
    Raise,
}

/// <summary>The resident's own word on how a complaint is handled. No move of the workflow by itself.</summary>
public sealed class ComplaintFeedback
{
    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    public required FeedbackKind Kind { get; init; }

    /// <summary>The chat that said so.</summary>
    public required Guid ConversationId { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class ComplaintFeedbackMapping : IEntityTypeConfiguration<ComplaintFeedback>
{
    public void Configure(EntityTypeBuilder<ComplaintFeedback> builder)
    {
        builder.ToTable("complaint_feedback");
        builder.HasKey(f => f.Id);
        builder.HasIndex(f => new { f.ComplaintId, f.Id });
    }
}
