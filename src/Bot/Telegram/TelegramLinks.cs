using SlrtBot.Bot.Protocol;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace SlrtBot.Bot.Telegram;

/// <summary>The words of a message with the addresses that lie under them, and under the buttons of a forwarded one.</summary>
internal static class TelegramLinks
{
    public static string? TextOf(Message message)
    {
        if ((message.Text ?? message.Caption) is not { Length: > 0 } text)
        {
            return null;
        }

        var underWords = (message.Entities ?? message.CaptionEntities ?? [])
            .Where(e => e is { Type: MessageEntityType.TextLink, Url: { Length: > 0 } })
            .Select(e => (After: e.Offset + e.Length, Address: e.Url!));
        var underButtons = (message.ReplyMarkup?.InlineKeyboard ?? [])
            .SelectMany(row => row ?? []).Where(button => button?.Url is { Length: > 0 })
            .Select(button => (After: text.Length, Address: button.Url!));
        return HiddenLinks.Show(text, underWords.Concat(underButtons));
    }
}
