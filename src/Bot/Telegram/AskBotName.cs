using Microsoft.Extensions.Hosting;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// Links into the bot need its name. Where no setting tells it, Telegram is asked once, and again each minute while it
/// does not answer: nothing else waits for it.
/// </summary>
public sealed class AskBotName(TelegramClient client, TelegramOptions options, TelegramState state, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options is not { IsOn: true, BotUsername: null })
        {
            return;
        }

        try
        {
            while (!await TryAsync(stoppingToken))
            {
                await Task.Delay(Interval, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task<bool> TryAsync(CancellationToken stoppingToken)
    {
        var answer = await client.GetMeAsync(stoppingToken);
        state.UserName ??= answer.Problem is null ? answer.Result!.Username : null;
        return state.UserName is not null || answer.Problem is SendOutcome.BotBroken;
    }
}
