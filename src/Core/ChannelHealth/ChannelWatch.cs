using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Diagnostics;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.ChannelHealth;

/// <summary>Once a minute: what this process knows of its channels becomes rows.</summary>
public sealed class ChannelWatch(
    IEnumerable<IChannelStatus> statuses, ChannelMeter meter, UnitOfWork units, TimeProvider clock, ILogger<ChannelWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly List<IChannelStatus> _statuses = [.. statuses];
    private readonly DateTime _startedAt = clock.GetUtcNow().UtcDateTime;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await LookAsync(stoppingToken);
                await Task.Delay(Interval, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var readings = Read();
        try
        {
            await units.RunAsync<KeepChannelChecks, int>(
                (act, cancel) => act.DoAsync(readings, Provenance.Job("watch-channels", clock.GetUtcNow().UtcDateTime), cancel), cancellationToken);
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
