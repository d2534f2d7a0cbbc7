using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Feedback;

/// <summary>What a resident may say about the service itself, or about how urgent it has become; lines of the timeline, <c>verb.{code}</c>.</summary>
public enum FeedbackKind
{
    /// <summary>The promise has passed, and a superior is to look at it.</summary>
    Raise,

    /// <summary>The help has come.</summary>
    Received,
    Partly,
    NotReceived,

    /// <summary>A rating, perhaps with words.</summary>
    Rate,

    /// <summary>Words of an emergency came with something that was added.</summary>
    Danger,

    /// <summary>They were none, says the person.</summary>
    FalseAlarm,

    /// <summary>Something that cannot wait came with what was added.</summary>
    Pressing,
}

/// <summary>The resident's own word on how a complaint is handled. No move of the workflow by itself.</summary>
public sealed class ComplaintFeedback
{
    public static readonly SealedTable Table = new("complaint_feedback");

    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    public required FeedbackKind Kind { get; init; }

    /// <summary>The chat that said so.</summary>
    public required Guid ConversationId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>1 to 5, of a rating.</summary>
    public int? Rating { get; set; }

    /// <summary>What the person wrote with a rating.</summary>
    public Sealed? Words { get; set; }

    /// <param name="by">The chat that filed the complaint.</param>
    internal static ComplaintFeedback Of(Complaint complaint, FeedbackKind kind, Provenance by) => new()
    {
        Id = SequentialId.Next(by.At),
        ComplaintId = complaint.Id,
        Kind = kind,
        ConversationId = by.ActorId!.Value,
        At = by.At,
    };
}

internal sealed class ComplaintFeedbackMapping : IEntityTypeConfiguration<ComplaintFeedback>
{
    public void Configure(EntityTypeBuilder<ComplaintFeedback> builder)
    {
        builder.ToTable("complaint_feedback");
        builder.HasKey(f => f.Id);
        builder.HasIndex(f => new { f.ComplaintId, f.Id });
        builder.HasIndex(f => f.ConversationId);
    }
}
