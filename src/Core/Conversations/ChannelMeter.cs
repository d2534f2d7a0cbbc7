using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// Counts what each channel brings and takes, in memory, until somebody writes it down: a column to be kept at each
/// message would cost every turn. What was counted in the minute of a crash is missing afterwards, which harms nothing.
/// </summary>
public sealed class ChannelMeter(TimeProvider clock)
{
    private static readonly Meter Meter = new("SlrtBot");

    /// <summary>Tags <c>channel</c> and <c>state</c>: received, sent, failed.</summary>
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>(
        "slrt_channel_messages_total", description: "Messages that a channel brought and took since the start.");

    private readonly ConcurrentDictionary<string, ChannelCounts> _counts = new(StringComparer.Ordinal);

    /// <summary>Those of which anything was counted since the start.</summary>
    public IEnumerable<string> Channels => _counts.Keys;

    public void Received(string channel, int messages)
    {
        if (messages > 0)
        {
            Add(channel, new ChannelCounts(messages, 0, 0, Now, null));
            Count(channel, "received", messages);
        }
    }

    public void Sent(string channel, int messages = 1)
    {
        if (messages > 0)
        {
            Add(channel, new ChannelCounts(0, messages, 0, null, Now));
            Count(channel, "sent", messages);
        }
    }

    public void Failed(string channel)
    {
        Add(channel, new ChannelCounts(0, 0, 1, null, null));
        Count(channel, "failed", 1);
    }

    /// <summary>What was counted since the last taking; it is the caller's to write down or to add again.</summary>
    public ChannelCounts Take(string channel)
    {
        while (_counts.TryGetValue(channel, out var counted))
        {
            if (_counts.TryUpdate(channel, ChannelCounts.None, counted))
            {
                return counted;
            }
        }

        return ChannelCounts.None;
    }

    public void Add(string channel, ChannelCounts counts) => _counts.AddOrUpdate(channel, counts, (_, before) => before.With(counts));

    private static void Count(string channel, string state, int messages) => Messages.Add(
        messages, KeyValuePair.Create<string, object?>("channel", channel), KeyValuePair.Create<string, object?>("state", state));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

/// <param name="Failed">Sends that did not arrive: refused, unreachable, in doubt or not let out.</param>
/// <param name="LastReceivedAt">UTC.</param>
/// <param name="LastSentAt">UTC.</param>
public sealed record ChannelCounts(int Received, int Sent, int Failed, DateTime? LastReceivedAt, DateTime? LastSentAt)
{
    public static ChannelCounts None { get; } = new(0, 0, 0, null, null);

    public ChannelCounts With(ChannelCounts more) => new(
        Received + more.Received, Sent + more.Sent, Failed + more.Failed, Later(LastReceivedAt, more.LastReceivedAt), Later(LastSentAt, more.LastSentAt));

    private static DateTime? Later(DateTime? one, DateTime? other) => one is null || other > one ? other : one;
}
