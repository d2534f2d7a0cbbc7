using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Conversations;

public enum StaffChatEnd
{
    /// <summary>In the chat, by who holds the telephone.</summary>
    Chat,

    /// <summary>On the account's page.</summary>
    Account,

    /// <summary>The person has left.</summary>
    Left,

    /// <summary>Another account was linked with the same chat.</summary>
    Replaced,

    /// <summary>By an administrator.</summary>
    Administrator,
}

/// <summary>A chat in which a member of staff writes. It stays a chat like any other: staff are residents too.</summary>
public sealed class StaffChat
{
    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required Guid ConversationId { get; init; }

    public required DateTime LinkedAt { get; init; }

    public DateTime? UnlinkedAt { get; set; }

    public StaffChatEnd? UnlinkedBy { get; set; }
}

internal sealed class StaffChatMapping : IEntityTypeConfiguration<StaffChat>
{
    public void Configure(EntityTypeBuilder<StaffChat> builder)
    {
        builder.ToTable("staff_chat");
        builder.HasKey(c => c.Id);
        builder.HasIndex(c => c.ConversationId).IsUnique().HasFilter("unlinked_at is null");
        builder.HasIndex(c => new { c.StaffId, c.Id });
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
