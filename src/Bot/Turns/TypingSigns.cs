using System.Buffers.Binary;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlrtBot.Bot.Diagnostics;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// Whoever has waited for a second is shown that somebody is at work. Beside the turns and the outbox, and for a few at
/// a time: under load the signs must not be a load of their own.
/// </summary>
public sealed class TypingSigns(
    TurnWorker worker, DueLanes due, IEnumerable<IMessenger> messengers, IEnumerable<IChannelTranslation> translations,
    TimeProvider clock, ILogger<TypingSigns> log) : IHostedService, IDisposable
{
    private const int AtATime = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    /// <summary>Channels show it for five seconds.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(4);

    private readonly Dictionary<UInt128, DateTimeOffset> _shownAt = [];
    private readonly CancellationTokenSource _stopping = new();
    private ITimer? _timer;
    private int _looking;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = clock.CreateTimer(_ => _ = LookAsync(), null, Tick, Tick);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Dispose();
        return _stopping.CancelAsync();
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _stopping.Dispose();
    }

    private async Task LookAsync()
    {
        if (Interlocked.Exchange(ref _looking, 1) == 1)
        {
            return;
        }

        try
        {
            await Task.WhenAll(Waiting().Select(ShowAsync));
        }
        catch (Exception failure)
        {
            log.TypingNotShown(failure.GetType().Name);
        }
        finally
        {
            _looking = 0;
        }
    }

    private List<UInt128> Waiting()
    {
        var now = clock.GetUtcNow();
        foreach (var over in _shownAt.Where(s => now - s.Value >= Shown).Select(s => s.Key).ToList())
        {
            _shownAt.Remove(over);
        }

        var waiting = worker.BusySince(now - Patience, AtATime).Where(lane => !_shownAt.ContainsKey(lane)).ToList();
        waiting.ForEach(lane => _shownAt[lane] = now);
        return waiting;
    }

    private async Task ShowAsync(UInt128 key)
    {
        var lane = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(lane, key);
        if (await due.WaitingAsync(lane, _stopping.Token) is not { } waits)
        {
            return;
        }

        var translation = translations.Single(t => t.Channel == waits.Channel);
        var said = translation.ToActivity(waits.Payload);
        if (said is { Type: ActivityTypes.Message, Conversation: { Id: { } id, IsGroup: not true } }
            && messengers.FirstOrDefault(m => m.Channel == waits.Channel) is { } messenger)
        {
            await messenger.ShowTypingAsync(translation.AddressOf(said) ?? id, _stopping.Token);
        }
    }
}
