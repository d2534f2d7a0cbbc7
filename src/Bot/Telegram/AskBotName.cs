using SlrtBot.Core.Jobs;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// Links into the bot need its name. Where no setting tells it, Telegram is asked once, and again each minute while it
/// does not answer: nothing else waits for it.
/// </summary>
public sealed class AskBotName(TelegramClient client, TelegramOptions options, TelegramState state, TimeProvider clock)
    : RepeatedWork(TimeSpan.FromMinutes(1), clock)
{
    protected override async Task<bool> WorkAsync(CancellationToken stoppingToken)
    {
        if (options is not { IsOn: true, BotUsername: null })
        {
            return false;
        }

        var answer = await client.GetMeAsync(stoppingToken);
        state.UserName ??= answer.Problem is null ? answer.Result!.Username : null;
        return state.UserName is null && answer.Problem is not SendOutcome.BotBroken;
    }
}
