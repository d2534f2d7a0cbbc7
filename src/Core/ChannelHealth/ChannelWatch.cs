using Microsoft.Extensions.Logging;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Diagnostics;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.ChannelHealth;

/// <summary>Once a minute: what this process knows of its channels becomes rows.</summary>
public sealed class ChannelWatch(
    IEnumerable<IChannelStatus> statuses, ChannelMeter meter, UnitOfWork units, TimeProvider clock, ILogger<ChannelWatch> log)
    : RepeatedWork(TimeSpan.FromMinutes(1), clock)
{
    private readonly List<IChannelStatus> _statuses = [.. statuses];
    private readonly DateTime _startedAt = clock.GetUtcNow().UtcDateTime;

    protected override async Task<bool> WorkAsync(CancellationToken stoppingToken)
    {
        await LookAsync(stoppingToken);
        return true;
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var readings = Read();
        try
        {
            await units.RunAsync<KeepChannelChecks, int>(
                (act, cancel) => act.DoAsync(readings, Provenance.Job("watch-channels", Clock.GetUtcNow().UtcDateTime), cancel), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            readings.ForEach(r => meter.Add(r.Channel, r.Counts));
            log.ChannelWatchFailed(failure.GetType().Name);
        }
    }

    /// <summary>A channel that says nothing of itself, like our own page, works as long as this process does.</summary>
    private List<ChannelReading> Read() =>
    [
        .. _statuses.Where(s => s.State != ChannelState.StandingBy)
            .Select(s => new ChannelReading(s.Channel, s.State, s.Since, s.Facts, meter.Take(s.Channel))),
        .. meter.Channels.Except(_statuses.Select(s => s.Channel)).ToList()
            .Select(c => new ChannelReading(c, ChannelState.Working, _startedAt, ChannelFacts.None, meter.Take(c))),
    ];
}
