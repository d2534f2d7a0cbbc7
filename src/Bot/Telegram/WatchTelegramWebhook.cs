using Microsoft.Extensions.Logging;
using SlrtBot.Bot.Diagnostics;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using Telegram.Bot.Types;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// Looks once a minute whether Telegram can deliver: a firewall or a proxy that refuses it is seen nowhere else,
/// and after a day people's messages are gone.
/// </summary>
public sealed class WatchTelegramWebhook(
    TelegramClient client, TelegramOptions options, TelegramState state, TimeProvider clock, ILogger<WatchTelegramWebhook> log)
    : RepeatedWork(Interval, clock)
{
    private const int ManyWaiting = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task<bool> WorkAsync(CancellationToken stoppingToken)
    {
        if (options.IsOn)
        {
            await LookAsync(stoppingToken);
        }

        return options.IsOn;
    }

    internal async Task LookAsync(CancellationToken stoppingToken)
    {
        var answer = await client.GetWebhookInfoAsync(stoppingToken);
        if (answer.Result is { } info)
        {
            state.Note(info);
        }

        // Polling tells of itself how the line is.
        if (options.Mode == TelegramMode.Polling)
        {
            return;
        }

        var seen = answer.Problem is { } problem ? TelegramState.Of(problem) : StateOf(answer.Result!);
        if (state.Set(seen) && seen != ChannelState.Working)
        {
            log.ChannelTrouble(Core.Conversations.Channels.Telegram, seen);
        }
    }

    private ChannelState StateOf(WebhookInfo info)
    {
        var recently = Clock.GetUtcNow().UtcDateTime - (Interval * 5);
        return info switch
        {
            // Without an address nothing is delivered at all: "telegram setup" has not been run, or another program took it.
            { Url: null or "" } => ChannelState.Conflict,
            _ when options.WebhookUrl is { } ours && info.Url != ours.ToString() => ChannelState.Conflict,
            { PendingUpdateCount: > ManyWaiting } => ChannelState.Backlog,
            { PendingUpdateCount: > 0, LastErrorDate: { } failed } when failed > recently => ChannelState.Backlog,
            _ => ChannelState.Working,
        };
    }
}
