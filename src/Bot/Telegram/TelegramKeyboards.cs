using System.Text.Json.Serialization;

namespace SlrtBot.Bot.Telegram;

/// <summary>What lies under a message or in place of the keyboard: a message has at most one of these.</summary>
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardRemove))]
public abstract record ReplyMarkup;

public sealed record InlineKeyboardMarkup : ReplyMarkup
{
    public IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard { get; init; } = [];
}

/// <summary>Exactly one of data, url and copy_text is set.</summary>
public sealed record InlineKeyboardButton
{
    public string Text { get; init; } = "";

    /// <summary>1 to 64 bytes.</summary>
    public string? CallbackData { get; init; }

    public string? Url { get; init; }

    public CopyTextButton? CopyText { get; init; }

    /// <summary><c>primary</c>, <c>success</c> or <c>danger</c> (Bot API 9.4).</summary>
    public string? Style { get; init; }
}

public sealed record CopyTextButton(string Text);

/// <summary>The only place where a contact or a location can be asked for; private chats only.</summary>
public sealed record ReplyKeyboardMarkup : ReplyMarkup
{
    public IReadOnlyList<IReadOnlyList<KeyboardButton>> Keyboard { get; init; } = [];

    public bool? ResizeKeyboard { get; init; }

    public bool? OneTimeKeyboard { get; init; }
}

public sealed record KeyboardButton
{
    public string Text { get; init; } = "";

    public bool? RequestContact { get; init; }

    public bool? RequestLocation { get; init; }
}

public sealed record ReplyKeyboardRemove : ReplyMarkup
{
    [JsonPropertyName("remove_keyboard")]
    public bool RemoveKeyboard { get; init; } = true;
}
