using System.Globalization;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.Telegram;

/// <summary>Where a chat is answered, as it lies sealed with the conversation: <c>7123456789</c>, or <c>7123456789/45</c> in a topic of it.</summary>
/// <param name="Topic">Null outside of topics.</param>
internal readonly record struct TelegramAddress(long ChatId, int? Topic = null)
{
    /// <summary>Null where the activity does not say where in the chat it was written.</summary>
    public static string? Of(Activity activity) =>
        activity is { Type: ActivityTypes.Message or ActivityTypes.MessageUpdate, Conversation.Id: { } chat }
            ? ProtocolJson.Read<Place>(activity.ChannelData)?.Topic is { } topic ? string.Create(CultureInfo.InvariantCulture, $"{chat}/{topic}") : chat
            : null;

    public static TelegramAddress? Read(string address)
    {
        var parts = address.Split('/');
        return !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat)
            ? null
            : parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var topic)
                ? new TelegramAddress(chat, topic)
                : new TelegramAddress(chat);
    }

    /// <summary>Of the channel's data of an activity.</summary>
    internal sealed record Place(int Topic);
}
