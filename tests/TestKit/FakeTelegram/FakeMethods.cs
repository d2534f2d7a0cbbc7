using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SlrtBot.TestKit.FakeTelegram;

/// <summary>What the Bot API does for each method, with its limits and its descriptions of refusals.</summary>
internal sealed class FakeMethods(FakeTelegramServer server)
{
    private static readonly JsonNode Yes = JsonValue.Create(true);

    public async Task<FakeAnswer> CallAsync(string method, JsonObject body, CancellationToken ct) => method switch
    {
        "getMe" => FakeAnswer.Of(Me()),
        "getUpdates" => await server.Updates.GetAsync(body, ct),
        "sendMessage" => SendMessage(body),
        "editMessageText" => EditMessageText(body),
        "deleteMessage" => DeleteMessage(body),
        "answerCallbackQuery" => AnswerCallbackQuery(body),
        "answerGuestQuery" => FakeAnswer.Of(new JsonObject { ["inline_message_id"] = "AgAAAA" }),
        "sendChatAction" => Reachable(body) ?? FakeAnswer.Of(Yes.DeepClone()),
        "getFile" => server.Files.Get(body["file_id"]?.ToString()),
        "setWebhook" => SetWebhook(body["url"]?.ToString() ?? ""),
        "deleteWebhook" => SetWebhook(""),
        "getWebhookInfo" => FakeAnswer.Of(new JsonObject
        {
            ["url"] = server.Updates.WebhookUrl,
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = server.Updates.Pending,
        }),
        "setMyCommands" or "setMyName" or "setMyDescription" or "setMyShortDescription" or "setChatMenuButton" => FakeAnswer.Of(Yes.DeepClone()),
        _ => FakeAnswer.Refuse(404, "Not Found: method not found"),
    };

    private FakeAnswer SendMessage(JsonObject body)
    {
        var text = body["text"]?.ToString() ?? "";
        if ((Reachable(body) ?? CheckText(text) ?? CheckButtons(body)) is { } refusal)
        {
            return refusal;
        }

        var chatId = Number(body, "chat_id")!.Value;
        var message = server.Ledger.Add(chatId, fromBot: true, text, Buttons(body), body);
        return FakeAnswer.Of(ToJson(message));
    }

    private FakeAnswer EditMessageText(JsonObject body)
    {
        var text = body["text"]?.ToString() ?? "";
        if ((Reachable(body) ?? CheckText(text) ?? CheckButtons(body)) is { } refusal)
        {
            return refusal;
        }

        if (Find(body) is not { FromBot: true } message)
        {
            return FakeAnswer.Refuse(400, "Bad Request: message to edit not found");
        }

        var buttons = Buttons(body);
        if (message.Text == text && message.Buttons.SequenceEqual(buttons))
        {
            return FakeAnswer.Refuse(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        server.Ledger.Change(message, m =>
        {
            m.EarlierTexts.Add(m.Text);
            m.Text = text;
            m.Buttons = buttons;
        });
        return FakeAnswer.Of(ToJson(message));
    }

    private FakeAnswer DeleteMessage(JsonObject body)
    {
        if (Find(body) is not { } message)
        {
            return FakeAnswer.Refuse(400, "Bad Request: message to delete not found");
        }

        server.Ledger.Change(message, m => m.IsDeleted = true);
        return FakeAnswer.Of(Yes.DeepClone());
    }

    private FakeAnswer AnswerCallbackQuery(JsonObject body)
    {
        var id = body["callback_query_id"]?.ToString() ?? "";
        return FakePhone.TryStopSpinner(server, id)
            ? FakeAnswer.Of(Yes.DeepClone())
            : FakeAnswer.Refuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    private FakeAnswer SetWebhook(string url)
    {
        server.Updates.WebhookUrl = url;
        return FakeAnswer.Of(Yes.DeepClone());
    }

    private FakeAnswer? Reachable(JsonObject body)
    {
        if (Number(body, "chat_id") is not { } chatId || !server.Knows(chatId, out var phone))
        {
            return FakeAnswer.Refuse(400, "Bad Request: chat not found");
        }

        return phone!.HasBlocked ? FakeAnswer.Refuse(403, "Forbidden: bot was blocked by the user") : null;
    }

    private static FakeAnswer? CheckText(string text) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => FakeAnswer.Refuse(400, "Bad Request: message text is empty"),
        { Length: > 4096 } => FakeAnswer.Refuse(400, "Bad Request: message is too long"),
        _ => null,
    };

    private static FakeAnswer? CheckButtons(JsonObject body) =>
        Buttons(body).Any(b => b.Data is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > 64)
            ? FakeAnswer.Refuse(400, "Bad Request: BUTTON_DATA_INVALID")
            : null;

    private static List<SeenButton> Buttons(JsonObject body)
    {
        var rows = (body["reply_markup"]?["inline_keyboard"] ?? body["reply_markup"]?["keyboard"])?.AsArray() ?? [];
        return [.. rows.SelectMany(row => row!.AsArray()).Select(key => new SeenButton(
            key!["text"]!.ToString(),
            key["callback_data"]?.ToString(),
            key["url"]?.ToString(),
            key["request_contact"] is not null ? "contact" : key["request_location"] is not null ? "location" : null))];
    }

    private SeenMessage? Find(JsonObject body) =>
        Number(body, "chat_id") is { } chat && Number(body, "message_id") is { } id ? server.Ledger.Find(chat, id) : null;

    private JsonObject Me() => new()
    {
        ["id"] = server.BotId,
        ["is_bot"] = true,
        ["first_name"] = "SLRT",
        ["username"] = server.BotUsername,
    };

    private JsonObject ToJson(SeenMessage message) => new()
    {
        ["message_id"] = message.Id,
        ["from"] = Me(),
        ["chat"] = new JsonObject { ["id"] = message.ChatId, ["type"] = "private" },
        ["date"] = message.At.ToUnixTimeSeconds(),
        ["text"] = message.Text,
    };

    private static long? Number(JsonObject body, string name) =>
        long.TryParse(body[name]?.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
}
