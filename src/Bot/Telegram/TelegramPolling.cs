using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlrtBot.Bot.Diagnostics;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// Asks Telegram for updates, for installations without a public address. An update is confirmed by the next call's
/// offset, and that call is made only after the commit: a crash in between brings the update again.
/// </summary>
public sealed class TelegramPolling(
    TelegramClient client,
    TelegramIntake intake,
    ProcessDuties duties,
    TelegramOptions options,
    TelegramState state,
    TimeProvider clock,
    ILogger<TelegramPolling> log) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StandBy = TimeSpan.FromSeconds(1);

    private readonly string _duty = string.Create(CultureInfo.InvariantCulture, $"poll:telegram:{options.BotId}");

    private long? _offset;
    private int _failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options is not { IsOn: true, Mode: TelegramMode.Polling })
        {
            return;
        }

        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(await PollAsync(stoppingToken), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what was not confirmed comes again.
        }
    }

    /// <returns>How long to wait before asking again.</returns>
    internal async Task<TimeSpan> PollAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!await duties.HasAsync(_duty, stoppingToken))
            {
                // The other process confirms what it takes: an offset of ours would be out of date.
                _offset = null;
                Report(ChannelState.StandingBy);
                return StandBy;
            }

            var answer = await client.GetUpdatesAsync(_offset, TelegramClient.LongestPoll, stoppingToken);
            if (answer.Problem is { } problem)
            {
                return Fail(problem);
            }

            await TakeAsync(answer.Result!, stoppingToken);
            _failures = 0;
            Report(ChannelState.Working);
            return TimeSpan.Zero;
        }
        catch (StorageUnavailableException failure)
        {
            log.UpdateNotStored(failure.GetType().Name);
            return Backoff();
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever it was, the loop goes on: a poller that has stopped loses everything after a day.
            log.PollingFailed(failure.GetType().Name);
            return Backoff();
        }
    }

    private async Task TakeAsync(JsonElement[] updates, CancellationToken stoppingToken)
    {
        if (updates.Length == 0)
        {
            // Everything is confirmed. After a week without messages Telegram picks a new, perhaps lower, number to
            // go on from; an old offset would skip those.
            _offset = null;
            return;
        }

        await intake.AcceptAsync([.. updates.Select(u => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(u.GetRawText()))], stoppingToken);
        _offset = updates.Select(u => TelegramEnvelope.Read(u)?.UpdateId).Max() + 1
            ?? throw new JsonException("No update has an id.");
    }

    private TimeSpan Fail(SendOutcome problem)
    {
        Report(TelegramState.Of(problem));
        var backoff = Backoff();
        return problem is SendOutcome.Retry retry && retry.NotBefore - clock.GetUtcNow().UtcDateTime is var asked && asked > backoff
            ? asked
            : backoff;
    }

    private void Report(ChannelState now)
    {
        if (state.Set(now) && now is not (ChannelState.Working or ChannelState.StandingBy))
        {
            log.ChannelTrouble(Core.Conversations.Channels.Telegram, now);
        }
    }

    /// <summary>1, 2, 4 … seconds, at most a minute.</summary>
    private TimeSpan Backoff()
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_failures++, 6)));
        return wait < LongestWait ? wait : LongestWait;
    }
}
