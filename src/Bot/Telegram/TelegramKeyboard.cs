using System.Globalization;
using System.Text;
using System.Text.Json;
using SlrtBot.Bot.Protocol;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace SlrtBot.Bot.Telegram;

/// <summary>Buttons as Telegram shows them: under the message, or in place of the keyboard where only that can ask.</summary>
internal static class TelegramKeyboard
{
    /// <summary>A longer label is cut off on small phones when two buttons share a row.</summary>
    private const int LongestLabelInTwoColumns = 18;

    private const int LongestDataBytes = 64;

    public static ReplyMarkup? Of(Activity reply, DeliveryHints delivery)
    {
        var actions = Buttons(reply);
        if (actions.Any(AsksTheResident))
        {
            return ToReplyKeyboard(actions);
        }

        if (actions.Count > 0)
        {
            return ToInlineKeyboard(actions);
        }

        return delivery.RemoveKeyboard == true ? new ReplyKeyboardRemove() : null;
    }

    public static bool HasButtons(Activity reply) => Buttons(reply).Count > 0;

    public static HeroCard? CardOf(Activity reply) =>
        reply.Attachments.FirstOrDefault(a => a.ContentType == HeroCard.ContentType)?.ContentAs<HeroCard>();

    private static IList<CardAction> Buttons(Activity reply) =>
        reply.SuggestedActions?.Actions is { Count: > 0 } actions ? actions : CardOf(reply)?.Buttons ?? [];

    private static bool AsksTheResident(CardAction action) =>
        action.Type is CardActionTypes.RequestContact or CardActionTypes.RequestLocation;

    private static ReplyKeyboardMarkup ToReplyKeyboard(IList<CardAction> actions) => new()
    {
        Keyboard = [.. actions.Select(action => (IEnumerable<KeyboardButton>)[ToKeyboardButton(action)])],
        ResizeKeyboard = true,
        OneTimeKeyboard = true,
    };

    private static KeyboardButton ToKeyboardButton(CardAction action) => new()
    {
        Text = action.Title ?? "",
        RequestContact = action.Type == CardActionTypes.RequestContact,
        RequestLocation = action.Type == CardActionTypes.RequestLocation,
    };

    private static InlineKeyboardMarkup ToInlineKeyboard(IList<CardAction> actions)
    {
        var columns = actions.Any(a => Letters(a.Title) > LongestLabelInTwoColumns) ? 1 : 2;
        return new InlineKeyboardMarkup
        {
            InlineKeyboard = [.. actions.Select(ToInlineButton).Chunk(columns)],
        };
    }

    private static InlineKeyboardButton ToInlineButton(CardAction action)
    {
        var look = ProtocolJson.Read<ButtonLook>(action.ChannelData)?.Style;
        var button = new InlineKeyboardButton
        {
            Text = action.Title ?? "",
            Style = Enum.TryParse<KeyboardButtonStyle>(look, ignoreCase: true, out var style) ? style : null,
        };
        var value = action.Value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        switch (action.Type)
        {
            case CardActionTypes.OpenUrl:
                button.Url = value;
                break;
            case CardActionTypes.CopyText:
                button.CopyText = new CopyTextButton { Text = value };
                break;
            default:
                button.CallbackData = Token(value);
                break;
        }

        return button;
    }

    private static string Token(string value) => Encoding.UTF8.GetByteCount(value) is > 0 and <= LongestDataBytes
        ? value
        : throw new ArgumentException($"A button's token has 1 to {LongestDataBytes} bytes: hand in an opaque one and keep its meaning here.");

    private static int Letters(string? label) => new StringInfo(label ?? "").LengthInTextElements;
}
