using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Core.ChannelHealth;

/// <summary>
/// What the process that talks to a channel saw of it, written down once a minute: pages and alarms may live in another
/// process, and a watcher that has died must be noticed too.
/// </summary>
public sealed class ChannelCheck
{
    public required string Channel { get; init; }

    public ChannelState State { get; set; }

    public DateTime Since { get; set; }

    /// <summary>Where the channel says that it delivers; empty for nowhere, null where it has no such thing.</summary>
    public string? Webhook { get; set; }

    /// <summary>Where it should.</summary>
    public string? ExpectedWebhook { get; set; }

    /// <summary>Messages that the channel could not deliver yet.</summary>
    public int? WaitingThere { get; set; }

    public DateTime? LastErrorAt { get; set; }

    /// <summary>The channel's words about its last failed delivery; they name addresses and statuses, nobody's message.</summary>
    public string? LastError { get; set; }

    public DateTime? LastReceivedAt { get; set; }

    public DateTime? LastSentAt { get; set; }

    public DateTime CheckedAt { get; set; }
}

internal sealed class ChannelCheckMapping : IEntityTypeConfiguration<ChannelCheck>
{
    public void Configure(EntityTypeBuilder<ChannelCheck> builder)
    {
        builder.ToTable("channel_check");
        builder.HasKey(c => c.Channel);
    }
}
