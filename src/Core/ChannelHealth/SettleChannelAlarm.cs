using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.ChannelHealth;

/// <summary>Something is wrong with a channel, and was not before.</summary>
public sealed record ChannelAlarmRaised(Guid AlarmId, string Channel, AlarmKind Kind, Provenance By) : IDomainEvent;

/// <param name="IsWell">False where something else is wrong with the channel now.</param>
public sealed record ChannelAlarmEnded(Guid AlarmId, string Channel, AlarmKind Kind, bool IsWell, Provenance By) : IDomainEvent;

/// <summary>Brings the open alarm of a channel to what was found: none, the same, or another one.</summary>
public sealed class SettleChannelAlarm(SlrtDbContext db, DomainEvents events, AuditTrail audit)
{
    /// <param name="found">Null where nothing is wrong.</param>
    /// <returns>False where it stood so already.</returns>
    public async Task<Outcome<bool>> DoAsync(string channel, AlarmKind? found, Provenance by, CancellationToken cancellationToken)
    {
        var open = await db.ChannelAlarms.SingleOrDefaultAsync(a => a.Channel == channel && a.EndedAt == null, cancellationToken);
        if (open?.Kind == found)
        {
            return false;
        }

        if (open is not null)
        {
            open.EndedAt = by.At;
            audit.Record(by, "channel.alarm_ended", "channel_alarm", open.Id);
            events.Raise(new ChannelAlarmEnded(open.Id, channel, open.Kind, IsWell: found is null, by));
        }

        if (found is { } kind)
        {
            var alarm = new ChannelAlarm { Id = SequentialId.Next(by.At), Channel = channel, Kind = kind, RaisedAt = by.At };
            db.Add(alarm);
            audit.Record(by, "channel.alarm_raised", "channel_alarm", alarm.Id);
            events.Raise(new ChannelAlarmRaised(alarm.Id, channel, kind, by));
        }

        return true;
    }
}
