using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// What the Bot API sends (core.telegram.org/bots/api, names as in Telegram.Bot). Ids have up to 52 significant
/// bits. Every field may be absent: the API adds kinds of messages faster than bots are updated, so what is not
/// named here is kept in <see cref="More"/>.
/// </summary>
public sealed record Update
{
    [JsonPropertyName("update_id")]
    public long Id { get; init; }

    public Message? Message { get; init; }

    public Message? EditedMessage { get; init; }

    public CallbackQuery? CallbackQuery { get; init; }

    public ChatMemberUpdated? MyChatMember { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; init; }
}

public sealed record Message
{
    [JsonPropertyName("message_id")]
    public long Id { get; init; }

    /// <summary>Unix seconds; 0 where the API no longer gives access to the message.</summary>
    public long Date { get; init; }

    public long? EditDate { get; init; }

    public Chat? Chat { get; init; }

    public User? From { get; init; }

    /// <summary>1 to 4096 characters after entity parsing.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    /// <summary>0 to 1024 characters, of a photo, document, voice, audio or video.</summary>
    public string? Caption { get; init; }

    /// <summary>Pictures sent together are separate messages that share it.</summary>
    public string? MediaGroupId { get; init; }

    /// <summary>The same picture in several sizes, the largest last.</summary>
    public IReadOnlyList<PhotoSize>? Photo { get; init; }

    public Document? Document { get; init; }

    /// <summary>Set together with <see cref="Document"/>, for older clients.</summary>
    public Animation? Animation { get; init; }

    public Voice? Voice { get; init; }

    public Audio? Audio { get; init; }

    public Video? Video { get; init; }

    public VideoNote? VideoNote { get; init; }

    public Sticker? Sticker { get; init; }

    public Contact? Contact { get; init; }

    public Location? Location { get; init; }

    /// <summary>Set together with <see cref="Location"/>.</summary>
    public Venue? Venue { get; init; }

    public Message? ReplyToMessage { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; init; }
}

/// <summary>A press on an inline button.</summary>
public sealed record CallbackQuery
{
    public string Id { get; init; } = "";

    public User? From { get; init; }

    /// <summary>The message with the button; with date 0 where it is too old, absent for inline messages.</summary>
    public Message? Message { get; init; }

    public string? ChatInstance { get; init; }

    /// <summary>Client input: any value may come, also one that no button ever had.</summary>
    public string? Data { get; init; }
}

public sealed record User
{
    public long Id { get; init; }

    public bool IsBot { get; init; }

    public string FirstName { get; init; } = "";

    public string? LastName { get; init; }

    /// <summary>For display only: it can be absent, changed and taken over by somebody else.</summary>
    public string? Username { get; init; }

    /// <summary>An IETF tag of the person's app, not of their mother tongue.</summary>
    public string? LanguageCode { get; init; }
}

public sealed record Chat
{
    public long Id { get; init; }

    /// <summary><c>private</c>, <c>group</c>, <c>supergroup</c> or <c>channel</c>.</summary>
    public string? Type { get; init; }

    public string? Title { get; init; }

    public string? Username { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }
}

/// <summary>In a private chat it tells of nothing but blocking and unblocking the bot.</summary>
public sealed record ChatMemberUpdated
{
    public Chat? Chat { get; init; }

    public User? From { get; init; }

    public long Date { get; init; }

    public ChatMember? OldChatMember { get; init; }

    public ChatMember? NewChatMember { get; init; }
}

public sealed record ChatMember
{
    /// <summary><c>member</c>, <c>kicked</c>, <c>left</c>, <c>administrator</c>, <c>restricted</c> or <c>creator</c>.</summary>
    public string? Status { get; init; }

    public User? User { get; init; }
}

/// <summary>A stretch of a text that is special; offsets count UTF-16 units.</summary>
public sealed record MessageEntity
{
    public string Type { get; init; } = "";

    public int Offset { get; init; }

    public int Length { get; init; }

    public string? Url { get; init; }
}
