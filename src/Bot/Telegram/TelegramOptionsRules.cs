using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Telegram;

/// <summary>Reads the settings and refuses those that cannot work: says which key and what to do, never a value.</summary>
internal static partial class TelegramOptionsRules
{
    private const string SecretFix = "may hold 1 to 256 of A-Z a-z 0-9 _ - only. Set another one";

    /// <exception cref="OptionsException">A setting is missing or wrong.</exception>
    public static TelegramOptions Read(IConfiguration configuration)
    {
        string? Setting(string key) => configuration[$"{TelegramOptions.Section}:{key}"] is { Length: > 0 } value ? value : null;

        var defaults = new TelegramOptions();
        var options = new TelegramOptions
        {
            BotToken = Secrets.Read(configuration, $"{TelegramOptions.Section}:{nameof(TelegramOptions.BotToken)}"),
            ApiBaseUrl = Setting(nameof(TelegramOptions.ApiBaseUrl)) ?? defaults.ApiBaseUrl,
            Mode = ReadMode(Setting(nameof(TelegramOptions.Mode))) ?? defaults.Mode,
            WebhookSecret = Secrets.Read(configuration, $"{TelegramOptions.Section}:{nameof(TelegramOptions.WebhookSecret)}"),
            PreviousWebhookSecret = Secrets.Read(configuration, $"{TelegramOptions.Section}:{nameof(TelegramOptions.PreviousWebhookSecret)}"),
            WebhookUrl = ReadWebhookUrl(configuration["Host:PublicUrl"]),
            BotUsername = Setting(nameof(TelegramOptions.BotUsername))?.TrimStart('@'),
            MessagesPerSecond = ReadSpeed(Setting(nameof(TelegramOptions.MessagesPerSecond))) ?? defaults.MessagesPerSecond,
        };
        return options.IsOn ? Check(options) : options;
    }

    private static TelegramMode? ReadMode(string? mode) => mode switch
    {
        null => null,
        _ when Enum.TryParse<TelegramMode>(mode, ignoreCase: true, out var known) && Enum.IsDefined(known) => known,
        _ => throw Fault(nameof(TelegramOptions.Mode), "must be Polling or Webhook"),
    };

    private static Uri? ReadWebhookUrl(string? publicUrl) =>
        Uri.TryCreate(publicUrl, UriKind.Absolute, out var url) ? new Uri(url, TelegramWebhook.Path) : null;

    private static int? ReadSpeed(string? speed) => speed switch
    {
        null => null,
        _ when int.TryParse(speed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1000 => number,
        _ => throw Fault(
            nameof(TelegramOptions.MessagesPerSecond),
            "must be a whole number from 0 (no limit) to 1000; 25 suits the public Bot API"),
    };

    private static TelegramOptions Check(TelegramOptions options)
    {
        if (!Token().IsMatch(options.BotToken!))
        {
            throw Fault(
                nameof(options.BotToken),
                "is not a bot token (a number, a colon, letters and digits). Copy it from @BotFather, or remove it to turn Telegram off");
        }

        if (!IsUsable(options.ApiBaseUrl))
        {
            throw Fault(
                nameof(options.ApiBaseUrl),
                "must be an https address without user, query or fragment; plain http is allowed on loopback only. Remove it to use the public Bot API");
        }

        if (new Uri(options.ApiBaseUrl).AbsolutePath != "/")
        {
            throw Fault(
                nameof(options.ApiBaseUrl),
                "must have no path: it would be left out of every call. Give a server of the Bot API a host name or port of its own");
        }

        if (options.Mode == TelegramMode.Webhook && string.IsNullOrEmpty(options.WebhookSecret))
        {
            throw Fault(
                nameof(options.WebhookSecret),
                "is missing: without it anybody could post messages. Set 43 or more random characters, or set Telegram__Mode to Polling");
        }

        if (!IsSecret(options.WebhookSecret))
        {
            throw Fault(nameof(options.WebhookSecret), SecretFix);
        }

        if (!IsSecret(options.PreviousWebhookSecret))
        {
            throw Fault(nameof(options.PreviousWebhookSecret), SecretFix);
        }

        return options;
    }

    private static OptionsException Fault(string key, string fix) => new($"{TelegramOptions.Section}__{key}", fix);

    private static bool IsUsable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;

    private static bool IsSecret(string? secret) => string.IsNullOrEmpty(secret) || Secret().IsMatch(secret);

    [GeneratedRegex("^[0-9]{1,18}:[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
