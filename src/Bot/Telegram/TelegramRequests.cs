namespace SlrtBot.Bot.Telegram;

/// <summary>
/// The bodies that this bot posts. There is no parse_mode on purpose: text is plain, with entities, so nothing a
/// resident or an officer wrote can be read as markup or make the API refuse it.
/// </summary>
public sealed record SendMessageRequest(long ChatId, string Text)
{
    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    public ReplyMarkup? ReplyMarkup { get; init; }

    public bool? DisableNotification { get; init; }

    public bool? ProtectContent { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}

public sealed record ReplyParameters(long MessageId)
{
    /// <summary>The earlier message may have been deleted: the answer still has to arrive.</summary>
    public bool AllowSendingWithoutReply { get; init; } = true;
}

public sealed record LinkPreviewOptions(bool IsDisabled);

public sealed record EditMessageTextRequest(long ChatId, long MessageId, string Text)
{
    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}

/// <param name="Text">A short notice over the chat, 0 to 200 characters.</param>
public sealed record AnswerCallbackQueryRequest(string CallbackQueryId, string? Text = null);

public sealed record DeleteMessageRequest(long ChatId, long MessageId);

/// <param name="Action"><c>typing</c>, or what kind of file is being prepared; shown for five seconds.</param>
public sealed record SendChatActionRequest(long ChatId, string Action);

public sealed record GetFileRequest(string FileId);

/// <param name="Offset">The last update id + 1: everything before it is confirmed and forgotten by the API.</param>
/// <param name="Timeout">Seconds, at most 50.</param>
public sealed record GetUpdatesRequest(long? Offset, int Limit, int Timeout, IReadOnlyList<string> AllowedUpdates);

public sealed record BotCommand(string Command, string Description);

public sealed record SetMyCommandsRequest(IReadOnlyList<BotCommand> Commands, string? LanguageCode = null);

/// <param name="Description">What an empty chat shows, at most 512 characters.</param>
public sealed record SetMyDescriptionRequest(string Description, string? LanguageCode = null);

/// <param name="ShortDescription">On the bot's profile and where it is shared, at most 120 characters.</param>
public sealed record SetMyShortDescriptionRequest(string ShortDescription, string? LanguageCode = null);

/// <param name="Type"><c>commands</c> opens the list of commands.</param>
public sealed record MenuButton(string Type);

public sealed record SetChatMenuButtonRequest(MenuButton MenuButton);

public sealed record SetWebhookRequest(
    Uri Url,
    string SecretToken,
    int MaxConnections,
    IReadOnlyList<string> AllowedUpdates);

public sealed record DeleteWebhookRequest;

public sealed record EmptyRequest;
