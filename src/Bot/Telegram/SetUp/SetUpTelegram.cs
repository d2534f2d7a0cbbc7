using SlrtBot.Core.Kernel;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace SlrtBot.Bot.Telegram.SetUp;

/// <summary>
/// Tells Telegram what the bot is: commands and descriptions in each language, the menu button, and where updates go.
/// The only place that sets or removes a webhook. Can be run as often as one likes; a run changes nothing that is right.
/// </summary>
public sealed class SetUpTelegram(TelegramClient client, TelegramOptions options, PhraseBook book)
{
    /// <param name="webhook">Where updates are to be posted; null for polling.</param>
    /// <param name="maxConnections">How many chats Telegram may deliver at once, 1 to 100.</param>
    /// <returns>What was done, in this order; the first that fails is the last.</returns>
    public async IAsyncEnumerable<SetUpStep> RunAsync(
        Uri? webhook, int maxConnections, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var step in Steps(webhook, maxConnections))
        {
            var done = await step(cancellationToken);
            yield return done;
            if (done.Problem is not null)
            {
                yield break;
            }
        }
    }

    private IEnumerable<Func<CancellationToken, Task<SetUpStep>>> Steps(Uri? webhook, int maxConnections)
    {
        yield return KnowAsync;

        // The list without a language is for whoever has none of the others: nearly everybody reads Indonesian here.
        foreach (var language in book.Languages.Order(StringComparer.Ordinal).Prepend(null))
        {
            yield return cancel => DescribeAsync("setMyCommands", language, l =>
                client.SetMyCommandsAsync(new SetMyCommandsRequest { Commands = CommandList.Of(book, l), LanguageCode = language }, cancel));
            yield return cancel => DescribeAsync("setMyDescription", language, l =>
                client.SetMyDescriptionAsync(new SetMyDescriptionRequest { Description = book.Get(l, "telegram.description"), LanguageCode = language }, cancel));
            yield return cancel => DescribeAsync("setMyShortDescription", language, l =>
                client.SetMyShortDescriptionAsync(
                    new SetMyShortDescriptionRequest { ShortDescription = book.Get(l, "telegram.description.short"), LanguageCode = language }, cancel));
        }

        yield return async cancel => Step(
            "setChatMenuButton", "commands",
            await client.SetChatMenuButtonAsync(new SetChatMenuButtonRequest { MenuButton = new MenuButtonCommands() }, cancel));
        yield return cancel => DirectAsync(webhook, maxConnections, cancel);
        yield return cancel => LookAsync(webhook, cancel);
    }

    private async Task<SetUpStep> KnowAsync(CancellationToken cancellationToken)
    {
        var answer = await client.GetMeAsync(cancellationToken);
        var name = answer.Result?.Username;
        return options.BotUsername is { } expected && answer.Succeeded && !expected.Equals(name, StringComparison.OrdinalIgnoreCase)
            ? new SetUpStep("getMe", $"@{name}", $"Telegram__BotUsername says @{expected}: correct it, or take the token of that bot")
            : Step("getMe", $"@{name}", answer);
    }

    private static async Task<SetUpStep> DescribeAsync(string method, string? language, Func<string, Task<TelegramAnswer<bool>>> call) =>
        Step(method, language ?? "default", await call(language ?? PhraseBook.Fallback));

    private async Task<SetUpStep> DirectAsync(Uri? webhook, int maxConnections, CancellationToken cancellationToken)
    {
        if (webhook is null)
        {
            return Step("deleteWebhook", "updates are polled; waiting ones are kept", await client.DeleteWebhookAsync(cancellationToken));
        }

        var request = new SetWebhookRequest
        {
            Url = webhook.OriginalString,
            SecretToken = options.WebhookSecret!,
            MaxConnections = maxConnections,
            AllowedUpdates = TelegramClient.AllowedUpdates,
        };
        return Step("setWebhook", $"{webhook}, {maxConnections} at once", await client.SetWebhookAsync(request, cancellationToken));
    }

    private async Task<SetUpStep> LookAsync(Uri? webhook, CancellationToken cancellationToken)
    {
        var answer = await client.GetWebhookInfoAsync(cancellationToken);
        if (answer.Result is not { } info)
        {
            return Step("getWebhookInfo", "", answer);
        }

        var url = info.Url ?? "";
        var found = $"{(url.Length == 0 ? "no webhook" : url)}, {info.PendingUpdateCount} waiting";
        var error = info.LastErrorMessage is { } message ? $"; last error: {message}" : "";
        return new SetUpStep("getWebhookInfo", found + error, url == (webhook?.ToString() ?? "") ? null : "Telegram says another address");
    }

    private static SetUpStep Step<T>(string method, string detail, TelegramAnswer<T> answer) => new(method, detail, answer.Problem switch
    {
        null => null,
        SendOutcome.BotBroken => "the token is refused: copy it again from @BotFather",
        SendOutcome.Permanent refused => refused.Reason,
        SendOutcome.Retry retry => $"Telegram asks to wait until {retry.NotBefore:u}: run this again then",
        SendOutcome.SafeRetry unreached => $"{unreached.Reason}: is the way to the Bot API open?",
        SendOutcome.Unknown unknown => $"{unknown.Reason}: run this again",
        _ => "no answer",
    });
}

/// <param name="Method">Of the Bot API.</param>
/// <param name="Problem">What to do about it; null where it was done.</param>
public sealed record SetUpStep(string Method, string Detail, string? Problem);
