using System.Text.Json;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// What must be known of an activity before it is stored: read leniently from the raw JSON. Address and channel are
/// read nowhere else, so that what was verified is what is used: a body may hold the same name twice.
/// </summary>
/// <param name="ConversationId">Never empty.</param>
/// <param name="Id">Null where the channel gives none.</param>
/// <param name="IsDated">The channel says when it was sent.</param>
public sealed record ActivityEnvelope(
    string Type, string ChannelId, string? ServiceUrl, string ConversationId, string? Id, string? Name, string? DeliveryMode, bool IsDated)
{
    private const int LongestChannelId = 64;

    /// <summary>Null where the bytes are no JSON object with a type, a channel and a conversation: there is nobody to answer.</summary>
    public static ActivityEnvelope? Read(ReadOnlyMemory<byte> raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            return Read(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // No JSON, or a name that is half of a letter.
            return null;
        }
    }

    private static ActivityEnvelope? Read(JsonElement activity)
    {
        if (activity.ValueKind != JsonValueKind.Object
            || Word(activity, "type") is not { } type
            || Word(activity, "channelId") is not { Length: <= LongestChannelId } channel
            || !channel.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            || !activity.TryGetProperty("conversation", out var conversation)
            || conversation.ValueKind != JsonValueKind.Object
            || Word(conversation, "id") is not { } conversationId)
        {
            return null;
        }

        return new ActivityEnvelope(
            type, channel, Word(activity, "serviceUrl"), conversationId, Word(activity, "id"), Word(activity, "name"), Word(activity, "deliveryMode"),
            Word(activity, "timestamp") is not null || Word(activity, "localTimestamp") is not null);
    }

    /// <summary>Null where it is absent, empty or no text.</summary>
    private static string? Word(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && ProtocolJson.TextOf(value) is { Length: > 0 } word ? word : null;
}
