using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace SlrtBot.Bot.Telegram;

/// <summary>The methods of the Bot API that this bot uses (core.telegram.org/bots/api), with outcomes in place of exceptions.</summary>
public sealed class TelegramClient(TelegramTransport transport)
{
    /// <summary>What getFile gives out at most.</summary>
    public const long LongestFile = 20 * 1024 * 1024;

    /// <summary>The API's own ceiling for long polling, in seconds.</summary>
    public const int LongestPoll = 50;

    /// <summary>Asked for explicitly: when absent, the API keeps whatever was set before.</summary>
    public static readonly IReadOnlyList<UpdateType> AllowedUpdates =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember, UpdateType.GuestMessage];

    private static readonly TimeSpan DownloadLimit = TimeSpan.FromSeconds(30);

    /// <summary>There is no parse_mode on purpose: nothing that a resident or an officer wrote can be read as markup.</summary>
    public async Task<SendOutcome> SendMessageAsync(SendMessageRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync(new RawAnswer<Message>(request), ct);
        return answer.Problem ?? new SendOutcome.Sent(IdOf(answer.Result));
    }

    /// <summary>An unchanged text counts as sent: the person sees what was meant.</summary>
    public async Task<SendOutcome> EditMessageTextAsync(EditMessageTextRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync(new RawAnswer<Message>(request), ct);
        return Forgive(answer.Problem, "message is not modified") ?? new SendOutcome.Sent(request.MessageId);
    }

    /// <summary>Only within 48 hours of the message; the person's own message too, in private chats.</summary>
    public async Task<SendOutcome> DeleteMessageAsync(DeleteMessageRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync(new RawAnswer<bool>(request), ct);
        return Forgive(answer.Problem, "message to delete not found") ?? new SendOutcome.Sent(request.MessageId);
    }

    /// <summary>Stops the button's spinner. A press that is too old needs no answer any more.</summary>
    public async Task<SendOutcome> AnswerCallbackQueryAsync(AnswerCallbackQueryRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync(new RawAnswer<bool>(request), ct);
        return Forgive(answer.Problem, "query is too old") ?? new SendOutcome.Sent(0);
    }

    /// <summary>Says something in a chat that the bot is not in, to whoever has called it there.</summary>
    public async Task<SendOutcome> AnswerGuestQueryAsync(AnswerGuestQueryRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync(new RawAnswer<SentGuestMessage>(request), ct);
        return answer.Problem ?? new SendOutcome.Sent(0);
    }

    public async Task<SendOutcome> SendChatActionAsync(SendChatActionRequest request, CancellationToken ct)
    {
        var answer = await transport.CallAsync(new RawAnswer<bool>(request), ct);
        return answer.Problem ?? new SendOutcome.Sent(0);
    }

    /// <summary>Updates as they came; see <see cref="RawUpdatesRequest"/>.</summary>
    public Task<TelegramAnswer<JsonElement[]>> GetUpdatesAsync(long? offset, int timeoutSeconds, CancellationToken ct)
    {
        var limit = TimeSpan.FromSeconds(timeoutSeconds) + TelegramTransport.CallLimit;
        return transport.CallAsync(new RawUpdatesRequest(offset, limit: 100, timeoutSeconds, AllowedUpdates), limit, ct);
    }

    public Task<TelegramAnswer<User>> GetMeAsync(CancellationToken ct) => transport.CallAsync(new GetMeRequest(), ct);

    public Task<TelegramAnswer<WebhookInfo>> GetWebhookInfoAsync(CancellationToken ct) =>
        transport.CallAsync(new GetWebhookInfoRequest(), ct);

    public Task<TelegramAnswer<bool>> SetWebhookAsync(SetWebhookRequest request, CancellationToken ct) => transport.CallAsync(request, ct);

    /// <summary>Updates that wait stay waiting: they are people's messages.</summary>
    public Task<TelegramAnswer<bool>> DeleteWebhookAsync(CancellationToken ct) => transport.CallAsync(new DeleteWebhookRequest(), ct);

    public Task<TelegramAnswer<bool>> SetMyCommandsAsync(SetMyCommandsRequest request, CancellationToken ct) => transport.CallAsync(request, ct);

    public Task<TelegramAnswer<bool>> SetMyDescriptionAsync(SetMyDescriptionRequest request, CancellationToken ct) =>
        transport.CallAsync(request, ct);

    public Task<TelegramAnswer<bool>> SetMyShortDescriptionAsync(SetMyShortDescriptionRequest request, CancellationToken ct) =>
        transport.CallAsync(request, ct);

    public Task<TelegramAnswer<bool>> SetChatMenuButtonAsync(SetChatMenuButtonRequest request, CancellationToken ct) =>
        transport.CallAsync(request, ct);

    public Task<TelegramAnswer<TGFile>> GetFileAsync(string fileId, CancellationToken ct) =>
        transport.CallAsync(new GetFileRequest { FileId = fileId }, ct);

    /// <summary>Fetches a file of at most 20 MB within 30 seconds.</summary>
    /// <param name="filePath">From <see cref="TGFile.FilePath"/>.</param>
    /// <returns>The number of bytes; <see cref="SendOutcome.Permanent"/> with code 413 where there are too many.</returns>
    public async Task<TelegramAnswer<long>> DownloadFileAsync(string filePath, Stream destination, CancellationToken ct) =>
        filePath.Split('/').Any(step => step is "" or "." or "..")
            ? new TelegramAnswer<long>(0, new SendOutcome.Permanent(400, "file path leads elsewhere", Unreachable: false))
            : await transport.DownloadAsync(filePath, destination, LongestFile, DownloadLimit, ct);

    /// <summary>0 where the answer has none that can be read: the message was sent all the same.</summary>
    private static long IdOf(JsonElement sent) =>
        sent.ValueKind == JsonValueKind.Object
        && sent.TryGetProperty("message_id", out var id)
        && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt64(out var number)
            ? number
            : 0;

    private static SendOutcome? Forgive(SendOutcome? problem, string description) =>
        problem is SendOutcome.Permanent { Code: 400 } refusal
        && refusal.Reason.Contains(description, StringComparison.OrdinalIgnoreCase)
            ? null
            : problem;
}
