using System.Globalization;

namespace SlrtBot.Bot.Telegram;

public enum TelegramMode
{
    /// <summary>The bot asks for updates: needs no public address.</summary>
    Polling,

    /// <summary>Telegram posts updates to <c>/webhooks/telegram</c>.</summary>
    Webhook,
}

/// <summary>The settings under <c>Telegram</c>. Without a token Telegram is off.</summary>
public sealed class TelegramOptions
{
    public const string Section = "Telegram";

    public string? BotToken { get; init; }

    public string ApiBaseUrl { get; init; } = "https://api.telegram.org";

    public TelegramMode Mode { get; init; } = TelegramMode.Polling;

    /// <summary>What Telegram has to send in <c>X-Telegram-Bot-Api-Secret-Token</c>.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Accepted beside <see cref="WebhookSecret"/> while the secret is being changed.</summary>
    public string? PreviousWebhookSecret { get; init; }

    /// <summary>Where Telegram has to deliver in webhook mode, by <c>Host:PublicUrl</c>; null where that is not set.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>Without the @; asked of the API where absent.</summary>
    public string? BotUsername { get; init; }

    /// <summary>Of the whole bot; 0 turns throttling off, also the limit per chat.</summary>
    public int MessagesPerSecond { get; init; } = 25;

    public bool IsOn => !string.IsNullOrEmpty(BotToken);

    /// <summary>The bot's account id: the part of the token before the colon. 0 where Telegram is off.</summary>
    public long BotId =>
        IsOn && long.TryParse(BotToken!.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
