using System.Globalization;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.Telegram;

/// <summary>Activities as requests to the Bot API: pure functions, and plain text throughout.</summary>
public static class TelegramReplies
{
    /// <summary>Below the API's 4096, because texts are measured here in UTF-16 units before any parsing.</summary>
    public const int LongestText = 3500;

    /// <summary>
    /// One activity per message that the resident will see, in order: long texts are cut, and a keyboard that has
    /// to go away leaves with the first part, since a message carries either that or buttons. Each part is
    /// an outbox row of its own, so that a failure in the middle repeats nothing.
    /// </summary>
    public static IReadOnlyList<Activity> Split(Activity reply)
    {
        if (reply.Type != ActivityTypes.Message)
        {
            return [reply];
        }

        var text = TextOf(reply);
        var delivery = reply.ReadDelivery();
        var goesAlone = delivery.RemoveKeyboard == true && TelegramKeyboard.HasButtons(reply);
        var parts = TextSplitter.Split(text, LongestText, firstPartAlone: goesAlone);
        if (parts.Count <= 1)
        {
            return [reply];
        }

        var styles = reply.ReadStyles().ToList();
        return [.. parts.Select((part, i) => Part(reply, text, part, styles, i == 0, i == parts.Count - 1))];
    }

    /// <exception cref="ArgumentException">A button without a token, or with one longer than 64 bytes.</exception>
    public static SendMessageRequest ToSendMessage(Activity reply, long chatId)
    {
        var delivery = reply.ReadDelivery();
        return new SendMessageRequest(chatId, TextOf(reply))
        {
            Entities = ToEntities(reply),
            ReplyMarkup = TelegramKeyboard.Of(reply, delivery),
            DisableNotification = delivery.Silent == true ? true : null,
            ProtectContent = delivery.Protect == true ? true : null,
            ReplyParameters = MessageId(delivery.QuoteId) is { } quoted ? new ReplyParameters(quoted) : null,
            LinkPreviewOptions = new LinkPreviewOptions(IsDisabled: true),
        };
    }

    /// <summary>Null where the activity does not name a message of this channel.</summary>
    public static EditMessageTextRequest? ToEditMessageText(Activity update, long chatId) =>
        MessageId(update.Id) is not { } message
            ? null
            : new EditMessageTextRequest(chatId, message, TextOf(update))
            {
                Entities = ToEntities(update),
                ReplyMarkup = TelegramKeyboard.Of(update, new DeliveryHints()) as InlineKeyboardMarkup,
                LinkPreviewOptions = new LinkPreviewOptions(IsDisabled: true),
            };

    /// <summary>Null where the activity does not name a message of this channel.</summary>
    public static DeleteMessageRequest? ToDeleteMessage(Activity deletion, long chatId) =>
        MessageId(deletion.Id) is { } message ? new DeleteMessageRequest(chatId, message) : null;

    private static string TextOf(Activity reply)
    {
        if (!string.IsNullOrEmpty(reply.Text))
        {
            return reply.Text;
        }

        var card = TelegramKeyboard.CardOf(reply);
        return string.Join("\n\n", new[] { card?.Title, card?.Subtitle, card?.Text }.Where(s => !string.IsNullOrEmpty(s)));
    }

    private static List<MessageEntity>? ToEntities(Activity reply)
    {
        var entities = reply.ReadStyles()
            .Select(s => new MessageEntity { Type = s.Style, Offset = s.Offset, Length = s.Length })
            .ToList();
        return entities.Count == 0 ? null : entities;
    }

    private static Activity Part(Activity whole, string text, Range range, List<TextStyle> styles, bool first, bool last)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        var delivery = whole.ReadDelivery() with
        {
            RemoveKeyboard = first ? whole.ReadDelivery().RemoveKeyboard : null,
            QuoteId = first ? whole.ReadDelivery().QuoteId : null,
        };
        var part = new Activity
        {
            Type = whole.Type,
            Text = text.Substring(start, length),
            TextFormat = whole.TextFormat,
            Locale = whole.Locale,
            ChannelId = whole.ChannelId,
            ServiceUrl = whole.ServiceUrl,
            From = whole.From,
            Recipient = whole.Recipient,
            Conversation = whole.Conversation,
            ReplyToId = whole.ReplyToId,
            InputHint = last ? whole.InputHint : null,
            SuggestedActions = last ? whole.SuggestedActions : null,
        };
        if (last && TelegramKeyboard.CardOf(whole) is { } card)
        {
            part.Attachments.Add(new HeroCard { Buttons = card.Buttons }.ToAttachment());
        }

        foreach (var style in styles)
        {
            var from = Math.Max(style.Offset, start);
            var to = Math.Min(style.Offset + style.Length, start + length);
            if (from < to)
            {
                part.Entities.Add(Entity.Of(TextStyle.EntityType, new TextStyle(style.Style, from - start, to - from)));
            }
        }

        return part.Deliver(delivery);
    }

    private static long? MessageId(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
