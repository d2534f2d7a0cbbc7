using System.Text.Json;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// Where a chat of a channel can be reached again, as it lies sealed with the conversation: taken from each verified
/// activity anew, because channels move their addresses.
/// </summary>
internal static class ChatReference
{
    public static string Write(Activity activity) => JsonSerializer.Serialize(activity.GetConversationReference(), ProtocolJson.Options);

    /// <returns>An empty reference where the text is none: then there is nobody to write to.</returns>
    public static ConversationReference Read(string address)
    {
        try
        {
            return JsonSerializer.Deserialize<ConversationReference>(address, ProtocolJson.Options) ?? new ConversationReference();
        }
        catch (JsonException)
        {
            return new ConversationReference();
        }
    }
}
