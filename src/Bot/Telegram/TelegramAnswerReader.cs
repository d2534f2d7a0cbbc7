using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// Reads an HTTP answer as the outcome of a call. Where the body is not the API's own JSON, something in between
/// has answered: below 500 the call did not get through, from 500 on nobody knows.
/// </summary>
internal static partial class TelegramAnswerReader
{
    private const int LongestReason = 200;

    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    public static async Task<TelegramAnswer<T>> ReadAsync<T>(HttpResponseMessage response, DateTime now, CancellationToken ct)
    {
        var body = await response.Content.ReadAsByteArrayAsync(ct);
        var answer = Parse<T>(body);
        if (answer is { Ok: true, Result: not null } && response.IsSuccessStatusCode)
        {
            return new TelegramAnswer<T>(answer.Result, null);
        }

        var refusal = answer is { Ok: false } ? new Refused(answer.ErrorCode, answer.Description, answer.Parameters) : null;
        return new TelegramAnswer<T>(default, Problem(response, refusal, now));
    }

    /// <summary>Exceptions and descriptions may quote the address of a call, and that holds the token.</summary>
    public static string Scrub(string? text)
    {
        var clean = Token().Replace(text ?? "", "/bot***");
        return clean.Length <= LongestReason ? clean : clean[..LongestReason];
    }

    private static SendOutcome Problem(HttpResponseMessage response, Refused? refusal, DateTime now)
    {
        var code = refusal?.Code ?? (int)response.StatusCode;
        return code switch
        {
            429 or 420 => new SendOutcome.Retry(now + Pause(response, refusal?.Parameters)),
            401 or 404 => new SendOutcome.BotBroken(code),
            >= 500 => new SendOutcome.Unknown($"http {code}"),
            < 300 => new SendOutcome.Unknown(refusal is not null ? "refused without a code" : "unreadable answer"),
            _ when refusal is null => new SendOutcome.SafeRetry($"http {code} that is not the Bot API's"),
            _ => new SendOutcome.Permanent(code, Scrub(refusal.Description), IsUnreachable(code, refusal.Description ?? "")),
        };
    }

    /// <summary>One second more than asked: the API counts from its own clock.</summary>
    private static TimeSpan Pause(HttpResponseMessage response, ResponseParameters? parameters)
    {
        var asked = parameters?.RetryAfter is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : response.Headers.RetryAfter?.Delta ?? DefaultPause;
        var pause = asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
        return (pause > LongestPause ? LongestPause : pause) + TimeSpan.FromSeconds(1);
    }

    private static bool IsUnreachable(int code, string description) =>
        code == (int)HttpStatusCode.Forbidden
        || description.Contains("chat not found", StringComparison.OrdinalIgnoreCase)
        || description.Contains("user not found", StringComparison.OrdinalIgnoreCase)
        || description.Contains("PEER_ID_INVALID", StringComparison.Ordinal)
        || description.Contains("upgraded to a supergroup", StringComparison.OrdinalIgnoreCase);

    private static ApiResponse<T>? Parse<T>(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiResponse<T>>(body, TelegramJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A refusal in the API's own envelope; the code may be missing from a broken one.</summary>
    private sealed record Refused(int? Code, string? Description, ResponseParameters? Parameters);

    [GeneratedRegex("/bot[0-9]+:[^/\\s]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
