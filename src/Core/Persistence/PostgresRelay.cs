using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SlrtBot.Core.Diagnostics;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// Tells the other processes on the same PostgreSQL what this one committed (<c>NOTIFY</c>), and this one what they
/// did: a console in one process redraws at once when a bot in another took a turn. Nothing rests on it, as nothing
/// rests on <see cref="CommittedEvents"/>: what is missed is found by the next tick.
/// </summary>
internal sealed class PostgresRelay(
    NpgsqlDataSource source, DatabaseOptions options, CommittedEvents committed, TimeProvider clock, ILogger<PostgresRelay> log) : BackgroundService
{
    private const string ChannelName = "slrt_committed";
    private const int Waiting = 10_000;

    /// <summary>A notification may have 8,000 bytes; an event has at most some 400.</summary>
    private const int Together = 16;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string _self = RandomNumberGenerator.GetHexString(16);
    private readonly Channel<RelayedEvent> _outgoing = Channel.CreateBounded<RelayedEvent>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly TaskCompletionSource _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the others are heard for the first time.</summary>
    public Task ListensAsync() => _listens.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = committed.ListenToOwn(happened =>
        {
            if (RelayedEvent.Of(happened) is { } relayed)
            {
                _outgoing.Writer.TryWrite(relayed);
            }
        });
        await Task.WhenAll(KeepAsync(TellAsync, stoppingToken), KeepAsync(HearAsync, stoppingToken));
    }

    private async Task KeepAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.RelayBroken(failure.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                // Stopping.
            }
        }
    }

    private async Task TellAsync(CancellationToken stoppingToken)
    {
        while (await _outgoing.Reader.WaitToReadAsync(stoppingToken))
        {
            var events = new List<RelayedEvent>(Together);
            while (events.Count < Together && _outgoing.Reader.TryRead(out var relayed))
            {
                events.Add(relayed);
            }

            await using var command = source.CreateCommand("select pg_notify(@p0, @p1)");
            command.Parameters.AddWithValue("p0", ChannelName);
            command.Parameters.AddWithValue("p1", JsonSerializer.Serialize(new RelayedEvents(_self, events), RelayJson.Default.RelayedEvents));
            await command.ExecuteNonQueryAsync(stoppingToken);
        }
    }

    private async Task HearAsync(CancellationToken stoppingToken)
    {
        await using var session = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, KeepAlive = 15 }.ToString());
        session.Notification += (_, told) => Repeat(told.Payload);
        await session.OpenAsync(stoppingToken);
        await using (var command = session.CreateCommand())
        {
            command.CommandText = $"listen {ChannelName}";
            await command.ExecuteNonQueryAsync(stoppingToken);
        }

        _listens.TrySetResult();
        while (!stoppingToken.IsCancellationRequested)
        {
            await session.WaitAsync(stoppingToken);
        }
    }

    private void Repeat(string payload)
    {
        try
        {
            var told = JsonSerializer.Deserialize(payload, RelayJson.Default.RelayedEvents)!;
            if (told.From != _self)
            {
                committed.Repeat([.. told.Events.Select(e => e.ToEvent()).OfType<object>()]);
            }
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            log.RelayBroken(failure.GetType().Name);
        }
    }
}
