using System.Net;
using System.Text.RegularExpressions;
using Telegram.Bot.Exceptions;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// What Telegram.Bot throws, as the outcome of a call. Where the answer is not the API's own JSON, something in between
/// has answered: below 500 the call did not get through, from 500 on nobody knows.
/// </summary>
internal static partial class TelegramFailures
{
    private const int LongestReason = 200;

    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <param name="headerPause">Of the answer's Retry-After; the exception does not keep it.</param>
    /// <param name="now">UTC.</param>
    public static SendOutcome Of(Exception failure, TimeSpan? headerPause, DateTime now) => failure switch
    {
        ApiRequestException refusal => Refused(refusal.ErrorCode, refusal, headerPause, now),
        RequestException { HttpStatusCode: { } status } => Refused((int)status, null, headerPause, now),
        _ => Lost(failure.InnerException ?? failure),
    };

    public static bool IsCancellation(Exception failure) =>
        failure is OperationCanceledException or RequestException { InnerException: OperationCanceledException };

    public static bool IsTooLong(Exception failure) => failure is
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
        or RequestException { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } };

    /// <summary>Exceptions and descriptions may quote the address of a call, and that holds the token.</summary>
    public static string Scrub(string? text)
    {
        var clean = Token().Replace(text ?? "", "/bot***");
        return clean.Length <= LongestReason ? clean : clean[..LongestReason];
    }

    /// <param name="refusal">Null where the answer is not the API's.</param>
    private static SendOutcome Refused(int code, ApiRequestException? refusal, TimeSpan? headerPause, DateTime now) => code switch
    {
        429 or 420 => new SendOutcome.Retry(now + Pause(refusal, headerPause)),
        401 or 404 => new SendOutcome.BotBroken(code),
        >= 500 => new SendOutcome.Unknown($"http {code}"),
        < 300 => new SendOutcome.Unknown("unreadable answer"),
        _ when refusal is null => new SendOutcome.SafeRetry($"http {code} that is not the Bot API's"),
        _ => new SendOutcome.Permanent(code, Scrub(refusal.Message), IsUnreachable(code, refusal.Message)),
    };

    /// <summary>One second more than asked: the API counts from its own clock.</summary>
    private static TimeSpan Pause(ApiRequestException? refusal, TimeSpan? headerPause)
    {
        var asked = refusal?.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : headerPause ?? DefaultPause;
        var pause = asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
        return (pause > LongestPause ? LongestPause : pause) + TimeSpan.FromSeconds(1);
    }

    private static SendOutcome Lost(Exception cause) => cause switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new SendOutcome.SafeRetry("name not resolved"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new SendOutcome.SafeRetry("no connection"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new SendOutcome.SafeRetry("no secure connection"),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new SendOutcome.SafeRetry("no way through the proxy"),

        // Neither the caller nor the deadline: the handler's own limit on connecting.
        OperationCanceledException => new SendOutcome.SafeRetry("no connection in time"),
        _ => new SendOutcome.Unknown("connection lost", IsBroken: true),
    };

    private static bool IsUnreachable(int code, string description) =>
        code == (int)HttpStatusCode.Forbidden
        || description.Contains("chat not found", StringComparison.OrdinalIgnoreCase)
        || description.Contains("user not found", StringComparison.OrdinalIgnoreCase)
        || description.Contains("PEER_ID_INVALID", StringComparison.Ordinal)
        || description.Contains("upgraded to a supergroup", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("/bot[0-9]+:[^/\\s]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
