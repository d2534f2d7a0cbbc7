using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Conversations;

/// <summary>What a chat may try only so often a day, because the answer tells a stranger something.</summary>
public enum TryKind
{
    /// <summary>The number of a complaint that another chat filed.</summary>
    Reference,

    /// <summary>The badge code of a visiting officer.</summary>
    Badge,

    /// <summary>The PIN of the chat.</summary>
    Pin,

    /// <summary>The code that links a chat to a staff account.</summary>
    StaffCode,

    /// <summary>The code on a complaint's slip.</summary>
    Slip,
}

/// <summary>How often a chat has tried on the latest day on which it did: one row per chat and kind, never more.</summary>
public sealed class ChatTry
{
    public required Guid ConversationId { get; init; }

    public required TryKind Kind { get; init; }

    /// <summary>The service day.</summary>
    public required DateOnly Day { get; set; }

    public required int Count { get; set; }
}

internal sealed class ChatTryMapping : IEntityTypeConfiguration<ChatTry>
{
    public void Configure(EntityTypeBuilder<ChatTry> builder)
    {
        builder.ToTable("chat_try");
        builder.HasKey(t => new { t.ConversationId, t.Kind });
    }
}
