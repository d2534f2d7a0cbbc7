using System.Text.Json;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// What must be known of an update before it is stored: read leniently from the raw JSON, so that a message of
/// a shape nobody has seen yet still lands in the inbox of the right conversation.
/// </summary>
/// <param name="Kind">The API's name of the update's kind, such as <c>message</c>; empty where there is none.</param>
/// <param name="ChatId">Null where nobody can be answered, as for a poll.</param>
/// <param name="SenderId">Null for posts of a channel.</param>
/// <param name="PressId">Of a button press: what stops its spinner.</param>
/// <param name="GuestQueryId">Of a message that calls the bot into a chat it is not in: what answers it.</param>
public sealed record TelegramEnvelope(
    long UpdateId, string Kind, long? ChatId, long? SenderId, string? PressId = null, string? GuestQueryId = null)
{
    public const string GuestMessage = "guest_message";

    private static readonly string[] People = ["from", "user", "voter", "user_chat"];

    /// <summary>Null where the bytes are no JSON object with an integer update_id: there is nothing to keep it by.</summary>
    public static TelegramEnvelope? Read(ReadOnlyMemory<byte> raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static TelegramEnvelope? Read(JsonElement update)
    {
        if (update.ValueKind != JsonValueKind.Object || Number(update, "update_id") is not { } id)
        {
            return null;
        }

        var found = update.EnumerateObject().FirstOrDefault(p => p.Value.ValueKind == JsonValueKind.Object);
        if (found.Value.ValueKind != JsonValueKind.Object)
        {
            return new TelegramEnvelope(id, "", null, null);
        }

        var body = found.Value;
        var kind = Text(() => found.Name) ?? "";
        var sender = People.Select(person => Id(body, person)).FirstOrDefault(i => i is not null);
        var chat = Id(body, "chat") ?? (Child(body, "message") is { } message ? Id(message, "chat") : null);
        return new TelegramEnvelope(
            id, kind, chat ?? sender, sender,
            kind == "callback_query" ? Word(body, "id") : null,
            kind == GuestMessage ? Word(body, "guest_query_id") : null);
    }

    private static long? Id(JsonElement parent, string name) =>
        Child(parent, name) is { } child ? Number(child, "id") : null;

    private static JsonElement? Child(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Object ? child : null;

    private static string? Word(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Text(() => value.GetString()) : null;

    private static string? Text(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no text at all.
            return null;
        }
    }

    private static long? Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var number)
            ? number
            : null;
}
