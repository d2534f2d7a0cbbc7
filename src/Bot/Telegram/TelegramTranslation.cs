using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SlrtBot.Bot.Protocol;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// Telegram's updates as activities: a pure function that loses nothing. What the bot cannot read still becomes
/// an activity, so that it can say so politely.
/// </summary>
public static partial class TelegramTranslation
{
    /// <param name="bot">The bot's own account, with its user name where that is known: the same person may write to two bots.</param>
    public static Activity ToActivity(ReadOnlyMemory<byte> raw, ChannelAccount bot)
    {
        var activity = UpdateReader.Read(raw.Span) switch
        {
            { Message: { } message } => OfMessage(message, ActivityTypes.Message, new RawFields(raw, "message")),
            { EditedMessage: { } edited } => OfMessage(edited, ActivityTypes.MessageUpdate, new RawFields(raw, "edited_message")),
            { CallbackQuery: { } press } => OfPress(press),
            { MyChatMember: { } change } => OfMembership(change),
            _ => null,
        };
        if (activity is not { Id: not null, Conversation: not null })
        {
            // What the library could not read, or read without saying whose it is, as a press on an inline message: the
            // envelope knows, and by it the update was stored.
            var envelope = TelegramEnvelope.Read(raw);
            activity ??= OfUnreadable(envelope);
            activity.Id ??= envelope is null ? null : Text(envelope.UpdateId);
            activity.Conversation ??= envelope?.ChatId is { } chat ? Conversation(new Chat { Id = chat }) : null;
        }

        if (activity is { Conversation.IsGroup: true } && IsForAnother(activity.Text, bot.Name))
        {
            (activity.Type, activity.Name) = (ActivityTypes.Event, "telegram/command_for_another_bot");
        }

        activity.ChannelId = Channels.Telegram;
        activity.Recipient = bot;
        return activity;
    }

    private static Activity OfMessage(Message message, string type, RawFields fields)
    {
        var activity = new Activity
        {
            Type = type,
            Id = message.Id == 0 ? null : Text(message.Id),
            Timestamp = At(type == ActivityTypes.MessageUpdate ? message.EditDate ?? message.Date : message.Date),
            From = Account(message.From),
            Conversation = Conversation(message.Chat),
            Locale = message.From?.LanguageCode,
            ReplyToId = message.ReplyToMessage is { } earlier ? Text(earlier.Id) : null,
            Text = TelegramLinks.TextOf(message),
            TextFormat = TextFormatTypes.Plain,
            ChannelData = Topic(message),
        };
        TelegramContents.Fill(activity, message, fields);
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
        Conversation = Conversation(press.Message?.Chat),
        Locale = press.From?.LanguageCode,
        ReplyToId = press.Message is { } message ? Text(message.Id) : null,
        Value = JsonSerializer.SerializeToElement(press.Data ?? ""),
        ChannelData = Topic(press.Message),
    };

    private static Activity OfMembership(ChatMemberUpdated change) => new()
    {
        Type = ActivityTypes.InstallationUpdate,
        Action = change.NewChatMember?.Status is ChatMemberStatus.Kicked or ChatMemberStatus.Left ? "remove" : "add",
        Timestamp = At(change.Date),
        From = Account(change.From),
        Conversation = Conversation(change.Chat),
        Locale = change.From?.LanguageCode,
    };

    /// <summary>Known kinds of a broken shape are answered like a message; what the bot never asked for is an event.</summary>
    private static Activity OfUnreadable(TelegramEnvelope? envelope)
    {
        var kind = envelope?.Kind ?? "";
        var fromAPerson = kind is "message" or "callback_query";
        return new Activity
        {
            Type = fromAPerson ? ActivityTypes.Message : ActivityTypes.Event,
            Name = fromAPerson ? null : $"telegram/{kind}",
            From = envelope?.SenderId is { } sender ? new ChannelAccount(Text(sender), role: "user") : null,
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

    private static ConversationAccount? Conversation(Chat? chat)
    {
        if (chat is null)
        {
            return null;
        }

        // Ids of groups and channels are negative, also where the type is missing or new.
        var isGroup = Enum.IsDefined(chat.Type) ? chat.Type != ChatType.Private : chat.Id < 0;
        return new ConversationAccount
        {
            Id = Text(chat.Id),
            IsGroup = isGroup,
            ConversationType = chat.Type == ChatType.Channel ? "channel" : isGroup ? "groupChat" : "personal",
        };
    }

    /// <summary>Of a chat that the person has divided; a thread of replies in a group is none.</summary>
    private static JsonElement? Topic(Message? message) => message is { IsTopicMessage: true, MessageThreadId: { } topic }
        ? JsonSerializer.SerializeToElement(new TelegramAddress.Place(topic), ProtocolJson.Options)
        : null;

    private static bool IsForAnother(string? text, string? ourName) =>
        ourName is not null && AddressedCommand().Match(text ?? "") is { Success: true } command
        && !command.Groups[1].ValueSpan.Equals(ourName, StringComparison.OrdinalIgnoreCase);

    /// <param name="date">UTC; before 1970 where the API no longer gives access to the message, or wrote no date.</param>
    private static DateTimeOffset? At(DateTime date) =>
        date > DateTime.UnixEpoch ? new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc)) : null;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^/start(?:@[A-Za-z0-9_]+)? ([A-Za-z0-9_-]{1,64})$", RegexOptions.CultureInvariant)]
    private static partial Regex StartCommand();

    [GeneratedRegex("^/[A-Za-z0-9_]+@([A-Za-z0-9_]+)", RegexOptions.CultureInvariant)]
    private static partial Regex AddressedCommand();
}
