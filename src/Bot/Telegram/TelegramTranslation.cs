using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// Telegram's updates as activities: a pure function that loses nothing. What the bot cannot read still becomes
/// an activity, so that it can say so politely.
/// </summary>
public static partial class TelegramTranslation
{
    /// <param name="bot">The bot's own account: the same person may write to two bots.</param>
    public static Activity ToActivity(ReadOnlyMemory<byte> raw, ChannelAccount bot)
    {
        try
        {
            if (JsonSerializer.Deserialize<Update>(raw.Span, TelegramJson.Options) is { } update)
            {
                return ToActivity(update, bot);
            }
        }
        catch (JsonException)
        {
            // A field of a type that the API does not document: answered below by what can still be read.
        }

        return OfUnreadable(TelegramEnvelope.Read(raw), bot);
    }

    public static Activity ToActivity(Update update, ChannelAccount bot)
    {
        var activity = update switch
        {
            { Message: { } message } => OfMessage(message, ActivityTypes.Message),
            { EditedMessage: { } edited } => OfMessage(edited, ActivityTypes.MessageUpdate),
            { CallbackQuery: { } press } => OfPress(press),
            { MyChatMember: { } change } => OfMembership(change),
            _ => OfUnreadable(TelegramEnvelope.Read(JsonSerializer.SerializeToUtf8Bytes(update, TelegramJson.Options)), bot),
        };
        activity.ChannelId = Channels.Telegram;
        activity.Recipient = bot;
        activity.Id ??= Text(update.Id);
        return activity;
    }

    private static Activity OfMessage(Message message, string type)
    {
        var activity = new Activity
        {
            Type = type,
            Id = Text(message.Id),
            Timestamp = At(type == ActivityTypes.MessageUpdate ? message.EditDate ?? message.Date : message.Date),
            From = Account(message.From),
            Conversation = Conversation(message.Chat, message.From),
            Locale = message.From?.LanguageCode,
            ReplyToId = message.ReplyToMessage is { } earlier ? Text(earlier.Id) : null,
            Text = message.Text ?? message.Caption,
            TextFormat = TextFormatTypes.Plain,
        };
        TelegramContents.Fill(activity, message);
        if (message.Text is { } text && StartCommand().Match(text) is { Success: true } start)
        {
            activity.Entities.Add(Entity.Of(DeepLink.EntityType, new DeepLink(start.Groups[1].Value)));
        }

        return activity;
    }

    private static Activity OfPress(CallbackQuery press) => new()
    {
        Type = ActivityTypes.Message,
        Id = press.Id,
        From = Account(press.From),
        Conversation = Conversation(press.Message?.Chat, press.From),
        Locale = press.From?.LanguageCode,
        ReplyToId = press.Message is { } message ? Text(message.Id) : null,
        Value = JsonSerializer.SerializeToElement(press.Data ?? ""),
    };

    private static Activity OfMembership(ChatMemberUpdated change) => new()
    {
        Type = ActivityTypes.InstallationUpdate,
        Action = change.NewChatMember?.Status is "kicked" or "left" ? "remove" : "add",
        Timestamp = At(change.Date),
        From = Account(change.From),
        Conversation = Conversation(change.Chat, change.From),
        Locale = change.From?.LanguageCode,
    };

    /// <summary>Known kinds of a broken shape are answered like a message; what the bot never asked for is an event.</summary>
    private static Activity OfUnreadable(TelegramEnvelope? envelope, ChannelAccount bot)
    {
        var kind = envelope?.Kind ?? "";
        var fromAPerson = kind is "message" or "callback_query";
        return new Activity
        {
            Type = fromAPerson ? ActivityTypes.Message : ActivityTypes.Event,
            Name = fromAPerson ? null : $"telegram/{kind}",
            Id = envelope is null ? null : Text(envelope.UpdateId),
            ChannelId = Channels.Telegram,
            Recipient = bot,
            From = envelope?.SenderId is { } sender ? new ChannelAccount(Text(sender), role: "user") : null,
            Conversation = envelope?.ChatId is { } chat ? Conversation(new Chat { Id = chat }, null) : null,
            Entities = [Entity.Of(Unreadable.EntityType, new Unreadable(kind))],
        };
    }

    private static ChannelAccount? Account(User? user)
    {
        if (user is null)
        {
            return null;
        }

        var name = $"{user.FirstName} {user.LastName}".Trim();
        return new ChannelAccount(Text(user.Id), name.Length == 0 ? null : name, user.IsBot ? "bot" : "user");
    }

    /// <summary>A press on an inline message has no chat: its sender's private chat has the sender's id.</summary>
    private static ConversationAccount? Conversation(Chat? chat, User? sender)
    {
        if (chat is null)
        {
            return sender is null ? null : Conversation(new Chat { Id = sender.Id, Type = "private" }, null);
        }

        // Ids of groups and channels are negative, also where the type is missing.
        var isGroup = chat.Type is null ? chat.Id < 0 : chat.Type != "private";
        return new ConversationAccount
        {
            Id = Text(chat.Id),
            IsGroup = isGroup,
            ConversationType = chat.Type == "channel" ? "channel" : isGroup ? "groupChat" : "personal",
        };
    }

    private static DateTimeOffset? At(long unixSeconds) =>
        unixSeconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(unixSeconds) : null;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^/start(?:@[A-Za-z0-9_]+)? ([A-Za-z0-9_-]{1,64})$", RegexOptions.CultureInvariant)]
    private static partial Regex StartCommand();
}
