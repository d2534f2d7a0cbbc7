using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlrtBot.Bot.Diagnostics;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// Takes turns as messages are committed: one at a time within a chat, many chats at once. What it holds in memory is
/// only which lanes to look at; the messages themselves are rows, found again by the tick after a crash.
/// </summary>
public sealed class TurnWorker(
    UnitOfWork units, DueLanes due, CommittedEvents committed, TimeProvider clock, ILogger<TurnWorker> log) : BackgroundService
{
    private const int PerSweep = 500;

    private static readonly int Workers = Math.Max(8, Environment.ProcessorCount * 4);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Channel<UInt128> _ready = Channel.CreateUnbounded<UInt128>();
    private readonly Lock _gate = new();

    /// <summary>Lanes queued or at work.</summary>
    private readonly Dictionary<UInt128, LaneWork> _lanes = [];

    /// <summary>Lanes in which a story in pieces has ended.</summary>
    private readonly ConcurrentDictionary<UInt128, byte> _pausesOver = new();
    private readonly TaskCompletionSource _swept = new();
    private TaskCompletionSource? _idle;

    /// <summary>Looks at this lane soon.</summary>
    public void Wake(byte[] lane)
    {
        var key = BinaryPrimitives.ReadUInt128BigEndian(lane);
        lock (_gate)
        {
            if (!_lanes.TryAdd(key, new LaneWork(clock.GetUtcNow(), MoreCame: false)))
            {
                _lanes[key] = _lanes[key] with { MoreCame = true };
                return;
            }
        }

        _ready.Writer.TryWrite(key);
    }

    /// <summary>Ends when no lane is queued or at work: for callers that must see the outcome, such as tests.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            if (_swept.Task.IsCompleted && _lanes.Count == 0)
            {
                return Task.CompletedTask;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    /// <summary>Lanes that were queued or at work already at that moment, and are still; the oldest first.</summary>
    public IReadOnlyList<UInt128> BusySince(DateTimeOffset moment, int most)
    {
        lock (_gate)
        {
            return [.. _lanes.Where(l => l.Value.Since <= moment).OrderBy(l => l.Value.Since).Take(most).Select(l => l.Key)];
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = committed.Listen(happened =>
        {
            if (happened is InboundAccepted accepted)
            {
                Wake(accepted.AddressIndex);
            }
        });
        using var timer = clock.CreateTimer(_ => _ = SweepAsync(), null, Tick, Tick);
        await SweepAsync();
        _swept.TrySetResult();
        SignalIfIdle();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var key in _ready.Reader.ReadAllAsync(stoppingToken))
            {
                await TakeTurnsAsync(key, stoppingToken);
                EndLane(key);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: a turn that was cut short is still new.
        }
    }

    private async Task TakeTurnsAsync(UInt128 key, CancellationToken stoppingToken)
    {
        var lane = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(lane, key);
        try
        {
            while (await TakeTurnAsync(lane, stoppingToken))
            {
                // The next message of the same chat.
            }

            if (_pausesOver.TryRemove(key, out _))
            {
                await units.RunAsync<EndPause, bool>((act, ct) => act.DoAsync(lane, ct), stoppingToken);
            }
        }
        catch (StorageUnavailableException failure)
        {
            log.TurnWaits(failure.GetType().Name);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.TurnFailed(failure.GetType().Name);
            TurnMeter.CountFailed();
            await PostponeAsync(lane, failure, stoppingToken);
        }
    }

    private async Task<bool> TakeTurnAsync(byte[] lane, CancellationToken stoppingToken)
    {
        var began = clock.GetTimestamp();
        var more = (await units.RunAsync<TakeTurn, bool>((act, ct) => act.DoAsync(lane, ct), stoppingToken)).Value;
        TurnMeter.Record(clock.GetElapsedTime(began));
        return more;
    }

    private async Task PostponeAsync(byte[] lane, Exception failure, CancellationToken stoppingToken)
    {
        try
        {
            var by = Provenance.Job("turns", clock.GetUtcNow().UtcDateTime);
            await units.RunAsync<PostponeTurn, Done>((act, ct) => act.DoAsync(lane, failure.GetType().Name, by, ct), stoppingToken);
        }
        catch (Exception second) when (!stoppingToken.IsCancellationRequested)
        {
            log.TurnWaits(second.GetType().Name);
        }
    }

    private void EndLane(UInt128 key)
    {
        lock (_gate)
        {
            if (!_lanes[key].MoreCame)
            {
                _lanes.Remove(key);
                SignalIfIdle();
                return;
            }

            _lanes[key] = new LaneWork(clock.GetUtcNow(), MoreCame: false);
        }

        _ready.Writer.TryWrite(key);
    }

    private void SignalIfIdle()
    {
        lock (_gate)
        {
            if (_lanes.Count == 0 && _swept.Task.IsCompleted)
            {
                _idle?.TrySetResult();
                _idle = null;
            }
        }
    }

    /// <summary>Finds lanes that nobody woke: after a crash, a failure or another process's commit.</summary>
    private async Task SweepAsync()
    {
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var lanes = await due.OfAsync(now, PerSweep, CancellationToken.None);
            foreach (var lane in lanes.Unhandled)
            {
                Wake(lane);
            }

            foreach (var lane in lanes.PausesOver)
            {
                _pausesOver[BinaryPrimitives.ReadUInt128BigEndian(lane)] = 0;
                Wake(lane);
            }
        }
        catch (Exception failure)
        {
            log.TurnWaits(failure.GetType().Name);
        }
    }

    /// <param name="MoreCame">Another message, while the lane was at work.</param>
    private readonly record struct LaneWork(DateTimeOffset Since, bool MoreCame);
}
