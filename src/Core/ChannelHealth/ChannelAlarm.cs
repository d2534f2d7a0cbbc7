using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.ChannelHealth;

/// <summary>Why residents may not reach us there. Advice: <c>alarm.{code}</c>.</summary>
public enum AlarmKind
{
    /// <summary>The channel refuses the bot's token or password.</summary>
    TokenRefused,

    /// <summary>Messages go to another program or address, or nowhere.</summary>
    WrongWebhook,

    /// <summary>Messages wait at the channel, which cannot deliver them.</summary>
    Backlog,

    /// <summary>No connection for five minutes.</summary>
    Unreachable,

    /// <summary>Nothing has come for so long that it cannot be chance.</summary>
    Silent,

    /// <summary>No process has looked after the channel for five minutes.</summary>
    Unwatched,
}

/// <summary>One time that something was wrong with a channel. At most one per channel is open.</summary>
public sealed class ChannelAlarm
{
    public required Guid Id { get; init; }

    public required string Channel { get; init; }

    public required AlarmKind Kind { get; init; }

    public required DateTime RaisedAt { get; init; }

    public DateTime? EndedAt { get; set; }
}

internal sealed class ChannelAlarmMapping : IEntityTypeConfiguration<ChannelAlarm>
{
    public void Configure(EntityTypeBuilder<ChannelAlarm> builder)
    {
        builder.ToTable("channel_alarm");
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => a.Channel).IsUnique().HasFilter("ended_at is null");
    }
}
