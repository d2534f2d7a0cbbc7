using SlrtBot.Bot.Telegram;
using SlrtBot.Bot.Telegram.SetUp;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Verbs;

internal static class SetUpTelegramBot
{
    /// <summary>SQLite has one writer: more deliveries at once only wait there.</summary>
    private const int AtOnceOnSqlite = 10;
    private const int AtOnceOnPostgres = 40;

    public static Verb Verb { get; } = new(
        "telegram setup", VerbKind.Detached, "Tell Telegram the bot's commands, descriptions and webhook, as the settings say.", RunAsync)
    {
        Options = [VerbCall.Json],
    };

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        var options = call.Services.GetRequiredService<TelegramOptions>();
        if (!options.IsOn)
        {
            throw new OptionsException("Telegram__BotToken", "is missing: ask @BotFather for a token (/newbot) and set it");
        }

        var table = new Table("method", "what", "result");
        var failed = false;
        var atOnce = call.Services.GetRequiredService<DatabaseOptions>().Provider == DatabaseProvider.Sqlite ? AtOnceOnSqlite : AtOnceOnPostgres;
        var steps = call.Services.GetRequiredService<SetUpTelegram>().RunAsync(WebhookOf(call, options), atOnce, cancellationToken);
        await foreach (var step in steps)
        {
            failed |= step.Problem is not null;
            table.Add(step.Method, step.Detail, step.Problem ?? "ok");
        }

        await call.Out.WriteLineAsync(call.AsJson ? table.ToJson() : table.ToText());
        return failed ? ExitCode.Failed : ExitCode.Done;
    }

    private static Uri? WebhookOf(VerbCall call, TelegramOptions options)
    {
        if (options.Mode == TelegramMode.Polling)
        {
            return null;
        }

        var address = call.Services.GetRequiredService<HostSettings>().PublicUrl;
        return address is { Scheme: "https" }
            ? new Uri(address, TelegramWebhook.Path)
            : throw new OptionsException("Host__PublicUrl", "is needed for a webhook, and must begin with https: it is where Telegram posts to");
    }
}
