using System.Text.Json;

namespace SlrtBot.Bot.Telegram;

/// <summary>The methods of the Bot API that this bot uses (core.telegram.org/bots/api).</summary>
public sealed class TelegramClient(TelegramTransport transport)
{
    /// <summary>What getFile gives out at most.</summary>
    public const long LongestFile = 20 * 1024 * 1024;

    /// <summary>The API's own ceiling for long polling, in seconds.</summary>
    public const int LongestPoll = 50;

    /// <summary>Asked for explicitly: when absent, the API keeps whatever was set before.</summary>
    public static readonly IReadOnlyList<string> AllowedUpdates =
        ["message", "edited_message", "callback_query", "my_chat_member"];

    private static readonly TimeSpan DownloadLimit = TimeSpan.FromSeconds(30);

    public async Task<SendOutcome> SendMessageAsync(SendMessageRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync<SentMessage>("sendMessage", request, ct);
        return answer.Problem ?? new SendOutcome.Sent(answer.Result!.Id);
    }

    /// <summary>An unchanged text counts as sent: the person sees what was meant.</summary>
    public async Task<SendOutcome> EditMessageTextAsync(EditMessageTextRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync<JsonElement>("editMessageText", request, ct);
        return Forgive(answer.Problem, "message is not modified") ?? new SendOutcome.Sent(request.MessageId);
    }

    /// <summary>Only within 48 hours of the message; the person's own message too, in private chats.</summary>
    public async Task<SendOutcome> DeleteMessageAsync(DeleteMessageRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync<JsonElement>("deleteMessage", request, ct);
        return Forgive(answer.Problem, "message to delete not found") ?? new SendOutcome.Sent(request.MessageId);
    }

    /// <summary>Stops the button's spinner. A press that is too old needs no answer any more.</summary>
    public async Task<SendOutcome> AnswerCallbackQueryAsync(AnswerCallbackQueryRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync<JsonElement>("answerCallbackQuery", request, ct);
        return Forgive(answer.Problem, "query is too old") ?? new SendOutcome.Sent(0);
    }

    public async Task<SendOutcome> SendChatActionAsync(SendChatActionRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync<JsonElement>("sendChatAction", request, ct);
        return answer.Problem ?? new SendOutcome.Sent(0);
    }

    /// <summary>Updates as they came, so that the inbox keeps what the API said and not what we understood.</summary>
    public Task<TelegramAnswer<IReadOnlyList<JsonElement>>> GetUpdatesAsync(long? offset, int timeoutSeconds, CancellationToken ct)
    {
        var request = new GetUpdatesRequest(offset, Limit: 100, timeoutSeconds, AllowedUpdates);
        var limit = TimeSpan.FromSeconds(timeoutSeconds) + TelegramTransport.CallLimit;
        return transport.CallAsync<IReadOnlyList<JsonElement>>("getUpdates", request, limit, ct);
    }

    public Task<TelegramAnswer<User>> GetMeAsync(CancellationToken ct) =>
        transport.CallAsync<User>("getMe", new EmptyRequest(), ct);

    public Task<TelegramAnswer<WebhookInfo>> GetWebhookInfoAsync(CancellationToken ct) =>
        transport.CallAsync<WebhookInfo>("getWebhookInfo", new EmptyRequest(), ct);

    public Task<TelegramAnswer<bool>> SetWebhookAsync(SetWebhookRequest request, CancellationToken ct) =>
        transport.CallAsync<bool>("setWebhook", request, ct);

    /// <summary>Updates that wait stay waiting: they are people's messages.</summary>
    public Task<TelegramAnswer<bool>> DeleteWebhookAsync(CancellationToken ct) =>
        transport.CallAsync<bool>("deleteWebhook", new DeleteWebhookRequest(), ct);

    public Task<TelegramAnswer<bool>> SetMyCommandsAsync(SetMyCommandsRequest request, CancellationToken ct) =>
        transport.CallAsync<bool>("setMyCommands", request, ct);

    public Task<TelegramAnswer<bool>> SetMyDescriptionAsync(SetMyDescriptionRequest request, CancellationToken ct) =>
        transport.CallAsync<bool>("setMyDescription", request, ct);

    public Task<TelegramAnswer<bool>> SetMyShortDescriptionAsync(SetMyShortDescriptionRequest request, CancellationToken ct) =>
        transport.CallAsync<bool>("setMyShortDescription", request, ct);

    public Task<TelegramAnswer<bool>> SetChatMenuButtonAsync(SetChatMenuButtonRequest request, CancellationToken ct) =>
        transport.CallAsync<bool>("setChatMenuButton", request, ct);

    public Task<TelegramAnswer<TGFile>> GetFileAsync(string fileId, CancellationToken ct) =>
        transport.CallAsync<TGFile>("getFile", new GetFileRequest(fileId), ct);

    /// <summary>Fetches a file of at most 20 MB within 30 seconds.</summary>
    /// <param name="filePath">From <see cref="TGFile.FilePath"/>.</param>
    /// <returns>The number of bytes; <see cref="SendOutcome.Permanent"/> with code 413 where there are too many.</returns>
    public async Task<TelegramAnswer<long>> DownloadFileAsync(string filePath, Stream destination, CancellationToken ct)
    {
        if (filePath.Split('/').Any(step => step is "" or "." or ".."))
        {
            return new TelegramAnswer<long>(0, new SendOutcome.Permanent(400, "file path leads elsewhere", Unreachable: false));
        }

        var answer = await transport.DownloadAsync(filePath, destination, LongestFile, DownloadLimit, ct);
        return answer is { Problem: null, Result: > LongestFile }
            ? new TelegramAnswer<long>(0, new SendOutcome.Permanent(413, "file is too big", Unreachable: false))
            : answer;
    }

    private static SendOutcome? Forgive(SendOutcome? problem, string description) =>
        problem is SendOutcome.Permanent { Code: 400 } refusal
        && refusal.Reason.Contains(description, StringComparison.OrdinalIgnoreCase)
            ? null
            : problem;
}
