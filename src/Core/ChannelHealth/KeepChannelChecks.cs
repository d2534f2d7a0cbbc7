using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.ChannelHealth;

/// <param name="Facts">What the channel itself says, where it says anything.</param>
/// <param name="Counts">Since the last reading.</param>
public sealed record ChannelReading(string Channel, ChannelState State, DateTime Since, ChannelFacts Facts, ChannelCounts Counts);

/// <summary>Writes down how the channels of this process are doing. A measurement: the audit has no line of it.</summary>
public sealed class KeepChannelChecks(SlrtDbContext db)
{
    /// <returns>How many channels.</returns>
    public async Task<Outcome<int>> DoAsync(IReadOnlyList<ChannelReading> readings, Provenance by, CancellationToken cancellationToken)
    {
        foreach (var reading in readings)
        {
            await NoteAsync(reading, by.At, cancellationToken);
            await CountAsync(reading, by.At, cancellationToken);
        }

        return readings.Count;
    }

    private async Task NoteAsync(ChannelReading reading, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.ChannelChecks.SingleOrDefaultAsync(c => c.Channel == reading.Channel, cancellationToken) is not { } check)
        {
            check = new ChannelCheck { Channel = reading.Channel };
            db.Add(check);
        }

        (check.State, check.Since, check.CheckedAt) = (reading.State, reading.Since, now);
        (check.Webhook, check.ExpectedWebhook, check.WaitingThere) = (reading.Facts.Webhook, reading.Facts.ExpectedWebhook, reading.Facts.Waiting);
        (check.LastErrorAt, check.LastError) = (reading.Facts.LastErrorAt, reading.Facts.LastError);
        check.LastReceivedAt = reading.Counts.LastReceivedAt ?? check.LastReceivedAt;
        check.LastSentAt = reading.Counts.LastSentAt ?? check.LastSentAt;
    }

    private async Task CountAsync(ChannelReading reading, DateTime now, CancellationToken cancellationToken)
    {
        if (reading.Counts == ChannelCounts.None)
        {
            return;
        }

        var hour = ChannelHour.Of(now);
        if (await db.ChannelHours.SingleOrDefaultAsync(h => h.Channel == reading.Channel && h.Hour == hour, cancellationToken) is not { } row)
        {
            row = new ChannelHour { Channel = reading.Channel, Hour = hour };
            db.Add(row);
        }

        row.Received += reading.Counts.Received;
        row.Sent += reading.Counts.Sent;
        row.Failed += reading.Counts.Failed;
    }
}
