using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Talks;

public enum TalkState
{
    /// <summary>The person asked for an officer; the bot goes on meanwhile.</summary>
    Requested,

    /// <summary>An officer speaks; the bot is silent.</summary>
    Active,
    Ended,
}

public enum TalkEnd
{
    Person,
    Staff,

    /// <summary>Nobody wrote for a while.</summary>
    Idle,

    /// <summary>Nobody took it before the office closed.</summary>
    Missed,
}

/// <summary>In the order in which staff see them: sorted by code.</summary>
public enum TalkPriority
{
    Emergency,
    Ordinary,
}

/// <summary>One talk between a resident and an officer, in the chat that the bot otherwise keeps.</summary>
public sealed partial class Talk : IVersioned, IPlaced, IOfChat
{
    public required Guid Id { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>The complaint on whose page the talk stands too; null where the chat has none.</summary>
    public Guid? ComplaintId { get; init; }

    /// <summary>The area of the complaint, or of the village the chat spoke of; else the installation's first regency.</summary>
    public required string RegencyCode { get; set; }

    public string? DistrictCode { get; set; }

    public string? VillageCode { get; set; }

    /// <summary>What was written, or a complaint of the chat, is for those alone who may read sensitive complaints; as it was when it began.</summary>
    public required bool IsSensitive { get; set; }

    public TalkPriority Priority { get; set; } = TalkPriority.Ordinary;

    public required TalkState State { get; set; }

    public required DateTime RequestedAt { get; set; }

    public Guid? TakenBy { get; set; }

    public DateTime? TakenAt { get; set; }

    /// <summary>When either side last wrote.</summary>
    public required DateTime LastActivityAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public TalkEnd? EndedBy { get; set; }

    public int Version { get; set; }
}

internal sealed class TalkMapping : IEntityTypeConfiguration<Talk>
{
    public void Configure(EntityTypeBuilder<Talk> builder)
    {
        builder.ToTable("talk");
        builder.HasKey(t => t.Id);
        builder.HasIndex(t => t.ConversationId, "ix_talk_running").IsUnique().HasFilter("state in ('requested', 'active')");
        builder.HasIndex(t => new { t.RegencyCode, t.Priority, t.Id }, "ix_talk_regency_order").HasFilter("state in ('requested', 'active')");
        builder.HasIndex(t => new { t.RegencyCode, t.EndedAt }, "ix_talk_missed").HasFilter("ended_by = 'missed'");
        builder.HasIndex(t => t.LastActivityAt, "ix_talk_active").HasFilter("state = 'active'");
        builder.HasIndex(t => t.RequestedAt, "ix_talk_waiting").HasFilter("state = 'requested'");
        builder.HasIndex(t => t.ForgetAt, "ix_talk_forget").HasFilter("forget_at is not null");
        builder.HasIndex(t => new { t.ConversationId, t.Id });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(t => t.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
