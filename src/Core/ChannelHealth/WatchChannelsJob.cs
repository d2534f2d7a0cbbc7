using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.ChannelHealth;

/// <summary>Raises and ends alarms, and forgets traffic that nobody compares with any more.</summary>
public sealed class WatchChannelsJob(ISlrtDatabase database, UnitOfWork units, DueRows rows, WriteGate gate, TimeProvider clock) : IScheduledJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    public async Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await gate.ExecuteAsync(commands => commands.ExecuteAsync("delete from channel_hour where hour < @p0", now - Kept), cancellationToken);
        return await rows.EachAsync(
            "watch-channels", await JudgeAsync(now, cancellationToken),
            async (judged, by, stop) => (await units.RunAsync<SettleChannelAlarm, bool>(
                (act, cancel) => act.DoAsync(judged.Channel, judged.Kind, by, cancel), stop)).Value,
            cancellationToken);
    }

    private async Task<List<(string Channel, AlarmKind? Kind)>> JudgeAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var since = now - AlarmRule.Usual;
        var hours = (await context.ChannelHours.AsNoTracking().Where(h => h.Hour >= since).ToListAsync(cancellationToken)).ToLookup(h => h.Channel);
        var open = await context.ChannelAlarms.Where(a => a.EndedAt == null).ToDictionaryAsync(a => a.Channel, a => (AlarmKind?)a.Kind, cancellationToken);
        var checks = await context.ChannelChecks.AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. checks.Select(c => (c.Channel, Kind: AlarmRule.Of(c, [.. hours[c.Channel]], now)))
                .Where(c => c.Kind != open.GetValueOrDefault(c.Channel)),
        ];
    }
}
