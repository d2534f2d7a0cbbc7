using System.Text.RegularExpressions;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// News about a chat, which look like messages and are nobody's words. The API gets new ones with every version; their
/// names say what was done (<c>forum_topic_edited</c>), while contents are named after what they are (<c>paid_media</c>).
/// </summary>
internal static partial class TelegramServiceMessages
{
    private static readonly HashSet<string> Named =
    [
        "new_chat_members", "left_chat_member", "chat_owner_left", "new_chat_title", "new_chat_photo", "delete_chat_photo", "pinned_message",
        "migrate_to_chat_id", "migrate_from_chat_id", "connected_website", "passport_data", "web_app_data", "gift", "unique_gift",
        "giveaway_winners", "refunded_payment", "successful_payment",
    ];

    public static bool Holds(string field) => Named.Contains(field) || Done().IsMatch(field);

    [GeneratedRegex("_(?:[a-z]+ed|set|sent|done|paid|hidden|unhidden)$", RegexOptions.CultureInvariant)]
    private static partial Regex Done();
}
