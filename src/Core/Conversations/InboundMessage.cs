using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

public enum InboundState
{
    New,
    Done,

    /// <summary>Failed too often; staff see it, the person was told, later messages go on.</summary>
    Parked,

    /// <summary>Was parked; a person has closed it, with a note.</summary>
    SetAside,
}

/// <summary>What a message brought, for the thread: <c>message_kind.{code}</c> in the catalogues.</summary>
public enum InboundKind
{
    Text,

    /// <summary>A button; the text is its label.</summary>
    Press,
    Photo,
    Voice,
    Document,
    Location,
    Contact,
    Edit,
    Other,
}

/// <summary>
/// A message as it arrived: first the sealed raw payload with its unique key, later, when its turn was taken, the
/// words for the thread. Nothing is acknowledged to a channel before this row is committed.
/// </summary>
public sealed class InboundMessage
{
    public static readonly SealedTable Table = new("inbound_message");

    /// <summary>SQL: a change that was handled while nobody knew the message.</summary>
    internal const string IsLooseEdit = "kind = 'edit' and corrects_id is null and payload is not null";

    public required Guid Id { get; init; }

    public required string Channel { get; init; }

    /// <summary>
    /// The channel's own key of the update with the bot's id (<c>123456:870000004</c>): a set, never a high-water
    /// mark, because Telegram's update ids may jump after a quiet week.
    /// </summary>
    public required string UpdateKey { get; init; }

    /// <summary>The lane: messages of one chat are handled one at a time, in order.</summary>
    public required byte[] AddressIndex { get; init; }

    public required Sealed? Payload { get; set; }

    public required DateTime ReceivedAt { get; init; }

    public InboundState State { get; set; }

    public int Tries { get; set; }

    public DateTime? NotBefore { get; set; }

    /// <summary>Type name of the last failure; never its message.</summary>
    public string? ErrorCode { get; set; }

    public DateTime? HandledAt { get; set; }

    public Guid? ConversationId { get; set; }

    /// <summary>The complaint that this message was taken for, where it was taken for one.</summary>
    public Guid? ComplaintId { get; set; }

    public InboundKind? Kind { get; set; }

    /// <summary>A <see cref="Conversations.ChannelMessageId"/>: by it the channel names the message when the person changes it.</summary>
    public string? ChannelMessageId { get; set; }

    /// <summary>Of a correction: the message that was changed, as it was first.</summary>
    public Guid? CorrectsId { get; set; }

    /// <summary>The words as shown in the thread.</summary>
    public Sealed? Text { get; set; }

    /// <summary>Why a parked message was set aside.</summary>
    public Sealed? Note { get; set; }
}

internal sealed class InboundMessageMapping : IEntityTypeConfiguration<InboundMessage>
{
    public void Configure(EntityTypeBuilder<InboundMessage> builder)
    {
        builder.ToTable("inbound_message");
        builder.HasKey(m => m.Id);
        builder.HasIndex(m => new { m.Channel, m.UpdateKey }).IsUnique();
        builder.HasIndex(m => new { m.AddressIndex, m.Id }).HasFilter("state = 'new'");
        builder.HasIndex(m => new { m.ConversationId, m.Id });
        builder.HasIndex(m => new { m.ComplaintId, m.Id });
        builder.HasIndex(m => m.Id, "ix_inbound_message_parked").HasFilter("state = 'parked'");
        builder.HasIndex(m => m.HandledAt, "ix_inbound_message_payload").HasFilter("state in ('done', 'set_aside') and payload is not null");
        builder.HasIndex(m => new { m.ConversationId, m.Id }, "ix_inbound_message_loose_edit").HasFilter(InboundMessage.IsLooseEdit);
        builder.Property(m => m.State).IsConcurrencyToken();
    }
}
