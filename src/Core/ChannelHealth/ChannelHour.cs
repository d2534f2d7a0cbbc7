using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.ChannelHealth;

/// <summary>One hour's traffic of a channel: what it usually is, and how much of what we sent arrived.</summary>
public sealed class ChannelHour
{
    public required string Channel { get; init; }

    /// <summary>UTC; the beginning of the hour.</summary>
    public required DateTime Hour { get; init; }

    public int Received { get; set; }

    public int Sent { get; set; }

    public int Failed { get; set; }

    public static DateTime Of(DateTime moment) => moment.Date.AddHours(moment.Hour);
}

internal sealed class ChannelHourMapping : IEntityTypeConfiguration<ChannelHour>
{
    public void Configure(EntityTypeBuilder<ChannelHour> builder)
    {
        builder.ToTable("channel_hour");
        builder.HasKey(h => new { h.Channel, h.Hour });
        builder.HasIndex(h => h.Hour);
    }
}
