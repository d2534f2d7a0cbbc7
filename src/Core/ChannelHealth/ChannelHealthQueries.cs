using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.ChannelHealth;

/// <param name="Alarm">The open one; null where nothing is wrong.</param>
/// <param name="Pending">Messages of ours that wait to go out there, at most <see cref="ChannelHealthQueries.Limit"/>.</param>
/// <param name="Sent">In the last 24 hours.</param>
/// <param name="Failed">In the last 24 hours.</param>
public sealed record ChannelHealthRow(ChannelCheck Check, ChannelAlarm? Alarm, int Pending, int Received, int Sent, int Failed)
{
    /// <summary>0 to 1; null where nothing was sent.</summary>
    public double? ErrorRate => Sent + Failed == 0 ? null : (double)Failed / (Sent + Failed);

    /// <summary>Null where the channel has no token, or nothing is known of it yet.</summary>
    public bool? IsTokenValid => Check.Channel == Channels.WebChat ? null : Check.State switch
    {
        ChannelState.Refused => false,
        ChannelState.Working or ChannelState.Backlog or ChannelState.Conflict => true,
        _ => null,
    };
}

/// <summary>How the channels are doing, as last written down: for pages, readiness and the badge.</summary>
public sealed class ChannelHealthQueries(SlrtDbContext db, TimeProvider clock)
{
    public const int Limit = 1000;

    /// <summary>Each channel that was ever on, by its code.</summary>
    public async Task<IReadOnlyList<ChannelHealthRow>> AllAsync(CancellationToken cancellationToken)
    {
        var since = ChannelHour.Of(clock.GetUtcNow().UtcDateTime).AddHours(-23);
        var checks = await db.ChannelChecks.AsNoTracking().OrderBy(c => c.Channel).ToListAsync(cancellationToken);
        var alarms = await db.ChannelAlarms.AsNoTracking().Where(a => a.EndedAt == null).ToDictionaryAsync(a => a.Channel, cancellationToken);
        var hours = (await db.ChannelHours.AsNoTracking().Where(h => h.Hour >= since).ToListAsync(cancellationToken)).ToLookup(h => h.Channel);
        var rows = new List<ChannelHealthRow>();
        foreach (var check in checks)
        {
            var day = hours[check.Channel].ToList();
            rows.Add(new ChannelHealthRow(
                check, alarms.GetValueOrDefault(check.Channel), await PendingAsync(check.Channel, cancellationToken),
                day.Sum(h => h.Received), day.Sum(h => h.Sent), day.Sum(h => h.Failed)));
        }

        return rows;
    }

    /// <summary>The open alarms, oldest first.</summary>
    public Task<List<ChannelAlarm>> AlarmsAsync(CancellationToken cancellationToken) =>
        db.ChannelAlarms.AsNoTracking().Where(a => a.EndedAt == null).OrderBy(a => a.Id).ToListAsync(cancellationToken);

    /// <summary>Code and state of each channel.</summary>
    public Task<Dictionary<string, ChannelState>> StatesAsync(CancellationToken cancellationToken) =>
        db.ChannelChecks.AsNoTracking().ToDictionaryAsync(c => c.Channel, c => c.State, cancellationToken);

    /// <summary>What an open page has not fetched yet is not waiting for anything of ours.</summary>
    private async Task<int> PendingAsync(string channel, CancellationToken cancellationToken) => channel == Channels.WebChat ? 0
        : await db.OutboundMessages
            .Where(m => m.Channel == channel && (m.State == OutboundState.Due || m.State == OutboundState.Leased || m.State == OutboundState.Unknown))
            .Take(Limit).CountAsync(cancellationToken);
}
