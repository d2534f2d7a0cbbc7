using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Diagnostics;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Sends what the outbox holds: at once after a commit, and again by the clock's tick. Claims rows before calling the
/// channel and marks them after; never holds a transaction across a call; one bad message never stops the others.
/// </summary>
public sealed class Dispatcher(
    OutboxClaims claims,
    ProcessDuties duties,
    IEnumerable<IMessenger> messengers,
    FieldCipher cipher,
    CommittedEvents committed,
    ChannelMeter meter,
    TimeProvider clock,
    ILogger<Dispatcher> log) : BackgroundService
{
    private const int InFlight = 256;
    private const int PerClaim = 64;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Somebody waits for the answer: as long as a line needs to come back.</summary>
    private static readonly TimeSpan AfterBreak = TimeSpan.FromSeconds(7);

    private readonly Channel<byte> _wake = Channel.CreateBounded<byte>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly List<IMessenger> _messengers = [.. messengers];
    private readonly ConcurrentDictionary<Guid, Task> _underway = new();

    /// <summary>Looks for due messages now, not at the next tick.</summary>
    public void Wake() => _wake.Writer.TryWrite(0);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // Sends already begun are let end, so that a restart leaves no message in doubt; those that take longer than
        // the stop may take are found by the sweep.
        await Task.WhenAll(_underway.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = committed.Listen(happened =>
        {
            if (happened is OutboundEnqueued)
            {
                Wake();
            }
        });
        using var timer = clock.CreateTimer(_ => Wake(), null, Tick, Tick);
        Wake();
        while (await WaitAsync(stoppingToken))
        {
            try
            {
                await DispatchDueAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.DispatchFailed(failure.GetType().Name);
            }
        }
    }

    private async Task<bool> WaitAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _wake.Reader.ReadAsync(stoppingToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task DispatchDueAsync(CancellationToken stoppingToken)
    {
        foreach (var messenger in _messengers)
        {
            // A channel's limits are counted in memory: two processes together would send too fast.
            if (messenger.Capacity <= 0 || !await duties.HasAsync($"send:{messenger.Channel}", stoppingToken))
            {
                continue;
            }

            int room, claimed;
            do
            {
                room = Math.Min(PerClaim, Math.Min(messenger.Capacity, InFlight - _underway.Count));
                claimed = room <= 0 ? 0 : await ClaimAndSendAsync(messenger, room, stoppingToken);
            }
            while (claimed > 0 && claimed == room);
        }
    }

    private async Task<int> ClaimAndSendAsync(IMessenger messenger, int room, CancellationToken stoppingToken)
    {
        var batch = await claims.ClaimAsync(messenger.Channel, room, Now, stoppingToken);
        foreach (var claimed in batch)
        {
            var done = new TaskCompletionSource();
            _underway[claimed.Id] = done.Task;
            _ = SendOneAsync(messenger, claimed).ContinueWith(_ => End(claimed.Id, done), TaskScheduler.Default);
        }

        return batch.Count;
    }

    private async Task SendOneAsync(IMessenger messenger, ClaimedMessage claimed)
    {
        try
        {
            var delivery = await SendAsync(messenger, claimed);
            await RecordAsync(claimed, delivery);
            Count(messenger.Channel, delivery.Result);
            committed.Publish([new MessageDelivered(claimed.ConversationId, claimed.ComplaintId)]);
        }
        catch (Exception failure)
        {
            // The row stays leased; the sweep finds it.
            log.DispatchFailed(failure.GetType().Name);
        }
    }

    /// <summary>Being asked to wait is no failure.</summary>
    private void Count(string channel, DeliveryResult result)
    {
        switch (result)
        {
            case DeliveryResult.Sent:
                meter.Sent(channel);
                break;
            case DeliveryResult.Later:
                break;
            default:
                meter.Failed(channel);
                break;
        }
    }

    private void End(Guid id, TaskCompletionSource done)
    {
        _underway.TryRemove(id, out _);
        done.SetResult();
        Wake();
    }

    private async Task<Delivery> SendAsync(IMessenger messenger, ClaimedMessage claimed)
    {
        try
        {
            var address = cipher.Open(claimed.Address, Conversation.Table, claimed.ConversationId, "address");
            var content = cipher.OpenBody(claimed.Body, claimed.Id);
            return await messenger.SendAsync(
                new Outgoing(claimed.Id, claimed.ConversationId, messenger.Channel, address, claimed.Kind, content, claimed.About, claimed.Language)
                {
                    Parts = new SentParts(claimed.PartsSent, sent => claims.KeepPartsAsync(claimed.Id, sent, CancellationToken.None)),
                },
                CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.SendFailed(claimed.Id, failure.GetType().Name);
            return new Delivery(DeliveryResult.Unknown, ErrorCode: failure.GetType().Name);
        }
    }

    private Task RecordAsync(ClaimedMessage claimed, Delivery delivery) => delivery.Result switch
    {
        DeliveryResult.Sent => claims.MarkSentAsync(claimed.Id, delivery.ProviderMessageId, Now, CancellationToken.None),
        DeliveryResult.Later => MarkAsync(claimed, OutboundState.Due, delivery.NotBefore ?? Now.AddSeconds(1), null),
        DeliveryResult.NotSent => MarkAsync(claimed, OutboundState.Due, Now + Backoff(claimed.Tries), delivery.ErrorCode),
        DeliveryResult.ChannelDown => MarkAsync(claimed, OutboundState.Due, Now.AddMinutes(1), delivery.ErrorCode),
        DeliveryResult.Refused => MarkAsync(claimed, OutboundState.Failed, null, delivery.ErrorCode ?? "refused"),
        DeliveryResult.Needless => MarkAsync(claimed, OutboundState.Cancelled, null, delivery.ErrorCode),
        DeliveryResult.Unreachable => UnreachableAsync(claimed, delivery.ErrorCode ?? "unreachable"),
        _ => claimed.Retried
            ? MarkAsync(claimed, OutboundState.Failed, null, "unknown_twice")
            : MarkAsync(
                claimed, OutboundState.Unknown, Now + (delivery.Result == DeliveryResult.Broken ? AfterBreak : OutboxClaims.Lease), delivery.ErrorCode),
    };

    private Task MarkAsync(ClaimedMessage claimed, OutboundState state, DateTime? notBefore, string? errorCode) =>
        claims.MarkAsync(claimed.Id, state, notBefore, errorCode, CancellationToken.None);

    private async Task UnreachableAsync(ClaimedMessage claimed, string errorCode)
    {
        await MarkAsync(claimed, OutboundState.Failed, null, errorCode);
        await claims.CancelConversationAsync(claimed.ConversationId, errorCode, CancellationToken.None);
    }

    /// <summary>5, 10, 20 … seconds, at most ten minutes.</summary>
    private static TimeSpan Backoff(int tries) => TimeSpan.FromSeconds(Math.Min(600, 5 * Math.Pow(2, Math.Min(tries - 1, 8))));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

/// <summary>The fate of a message changed: open consoles redraw its delivery mark.</summary>
public sealed record MessageDelivered(Guid ConversationId, Guid? ComplaintId);
