using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

public enum OutboundState
{
    Due,

    /// <summary>Claimed by a dispatcher, committed before the channel is called.</summary>
    Leased,
    Sent,

    /// <summary>The channel may or may not have it: sent once more after the lease, then failed.</summary>
    Unknown,
    Failed,
    Cancelled,
}

public enum OutboundKind
{
    /// <summary>An answer to what the person just wrote: at once, at any hour.</summary>
    Reply,

    /// <summary>Something the person did not just ask for: quiet hours and daily limits apply.</summary>
    Notice,

    /// <summary>A staff member's own words.</summary>
    Staff,

    /// <summary>No message: one of ours takes another text, without a sound.</summary>
    Edit,

    /// <summary>No message: one of the person's own is taken out of the chat, because it holds what should not lie there.</summary>
    Removal,

    /// <summary>No message: a program at the other end of the channel hears that a talk with an officer begins.</summary>
    Event,
}

/// <summary>
/// A message to a person, written in the transaction of its cause and sent after it. The dedupe key makes the same
/// business event one row however often it is raised.
/// </summary>
public sealed class OutboundMessage
{
    public static readonly SealedTable Table = new("outbound_message");

    public required Guid Id { get; init; }

    public required Guid ConversationId { get; init; }

    public Guid? ComplaintId { get; init; }

    public required string Channel { get; init; }

    public required OutboundKind Kind { get; init; }

    public required string DedupeKey { get; init; }

    /// <summary>The answer in which the filing chat was told the complaint's number: it takes the new status at every move.</summary>
    public bool IsReceipt { get; set; }

    /// <summary>The message of ours that this one edits or visibly answers.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>A <see cref="MessageContent"/> as JSON.</summary>
    public required Sealed Body { get; set; }

    /// <summary>All that it says, where <see cref="Body"/> says only that there is news, because the chat has a PIN.</summary>
    public Sealed? Withheld { get; set; }

    /// <summary>When that was told after the PIN.</summary>
    public DateTime? RevealedAt { get; set; }

    /// <summary>The staff member whose words these are.</summary>
    public Guid? StaffId { get; init; }

    public OutboundState State { get; set; }

    public int Tries { get; set; }

    /// <summary>Of a long message that goes out in parts: how many the person has.</summary>
    public int PartsSent { get; set; }

    public DateTime? NotBefore { get; set; }

    public DateTime? LeaseUntil { get; set; }

    public string? ProviderMessageId { get; set; }

    public string? ErrorCode { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? SentAt { get; set; }
}

internal sealed class OutboundMessageMapping : IEntityTypeConfiguration<OutboundMessage>
{
    public void Configure(EntityTypeBuilder<OutboundMessage> builder)
    {
        builder.ToTable("outbound_message");
        builder.HasKey(m => m.Id);
        builder.HasIndex(m => m.DedupeKey).IsUnique();
        builder.HasIndex(m => new { m.ConversationId, m.Id });
        builder.HasIndex(m => new { m.ComplaintId, m.Id });
        builder.HasIndex(m => new { m.Channel, m.Id }).HasFilter("state in ('due', 'leased', 'unknown')")
            .HasDatabaseName("ix_outbound_message_unfinished");
        builder.HasIndex(m => new { m.ConversationId, m.Id }, "ix_outbound_message_lane")
            .HasFilter("state in ('due', 'leased', 'unknown')");
        builder.HasIndex(m => new { m.State, m.Id }).HasFilter("state in ('failed', 'unknown')")
            .HasDatabaseName("ix_outbound_message_troubled");
        builder.HasIndex(m => new { m.ConversationId, m.Id }, "ix_outbound_message_withheld")
            .HasFilter("withheld is not null and revealed_at is null");
        // A dispatcher may claim it while a person decides about it.
        builder.Property(m => m.State).IsConcurrencyToken();
    }
}
