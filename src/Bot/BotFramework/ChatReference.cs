using System.Text.Json;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// Where a chat of a channel can be reached again, as it lies sealed with the conversation: taken from each verified
/// activity anew, because channels move their addresses.
/// </summary>
internal static class ChatReference
{
    public static string Write(Activity activity)
    {
        var reference = activity.GetConversationReference();

        // Only a message can be answered: channels do not know a sign of typing or a reaction by its id afterwards.
        reference.ActivityId = activity.Type == ActivityTypes.Message ? activity.Id : null;
        return JsonSerializer.Serialize(reference, ProtocolJson.Options);
    }

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
