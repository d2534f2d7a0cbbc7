using System.Globalization;
using SlrtBot.Bot.Protocol;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace SlrtBot.Bot.Telegram;

/// <summary>Activities as requests to the Bot API: pure functions, and plain text throughout.</summary>
public static class TelegramReplies
{
    /// <summary>Below the API's 4096, because texts are measured here in UTF-16 units before any parsing.</summary>
    public const int LongestText = 3500;

    /// <summary>
    /// One activity per message that the resident will see, in order: long texts are cut, and a keyboard that has
    /// to go away leaves with the first part, since a message carries either that or buttons. The
    /// outbox row counts the parts that were sent, so that a failure in the middle repeats nothing.
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
    public static SendMessageRequest ToSendMessage(Activity reply, long chatId, int? topic = null)
    {
        var delivery = reply.ReadDelivery();
        return new SendMessageRequest
        {
            ChatId = chatId,
            MessageThreadId = topic,
            Text = TextOf(reply),
            Entities = ToEntities(reply),
            ReplyMarkup = TelegramKeyboard.Of(reply, delivery),
            DisableNotification = delivery.Silent == true,
            ProtectContent = delivery.Protect == true,
            ReplyParameters = MessageId(delivery.QuoteId) is { } quoted ? Quote(quoted) : null,
            LinkPreviewOptions = WithoutPreview(),
        };
    }

    /// <summary>Null where the activity does not name a message of this channel.</summary>
    public static EditMessageTextRequest? ToEditMessageText(Activity update, long chatId) =>
        MessageId(update.Id) is not { } message
            ? null
            : new EditMessageTextRequest
            {
                ChatId = chatId,
                MessageId = message,
                Text = TextOf(update),
                Entities = ToEntities(update),
                ReplyMarkup = TelegramKeyboard.Of(update, new DeliveryHints()) as InlineKeyboardMarkup,
                LinkPreviewOptions = WithoutPreview(),
            };

    /// <summary>Null where the activity does not name a message of this channel.</summary>
    public static DeleteMessageRequest? ToDeleteMessage(Activity deletion, long chatId) =>
        MessageId(deletion.Id) is { } message ? new DeleteMessageRequest { ChatId = chatId, MessageId = message } : null;

    /// <summary>The earlier message may have been deleted: the answer still has to arrive.</summary>
    private static ReplyParameters Quote(int message) => new() { MessageId = message, AllowSendingWithoutReply = true };

    private static LinkPreviewOptions WithoutPreview() => new() { IsDisabled = true };

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
            .Select(s => new MessageEntity { Type = TypeOf(s.Style), Offset = s.Offset, Length = s.Length })
            .ToList();
        return entities.Count == 0 ? null : entities;
    }

    private static MessageEntityType TypeOf(string style) => style switch
    {
        TextStyle.Bold => MessageEntityType.Bold,
        TextStyle.Code => MessageEntityType.Code,
        _ => throw new ArgumentException($"No style {style} is known here.", nameof(style)),
    };

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

    private static int? MessageId(string? id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
