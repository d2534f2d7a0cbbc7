using System.Buffers.Text;
using System.Text.Json;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// A token in the only shape that channels send, read once and before anybody asks whether it is genuine: what is odd
/// is read differently by different libraries, and there lie the holes (RFC 8725, 2.4 and 3.1).
/// </summary>
/// <param name="Text">Three parts of base64url: the token itself.</param>
/// <param name="KeyId">Of the key that is said to have signed it.</param>
/// <param name="Audience">The one app that it is made out to.</param>
/// <param name="ServiceUrl">Where answers belong; any text.</param>
internal sealed record BearerToken(string Text, string KeyId, string Issuer, string Audience, string ServiceUrl)
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 8 * 1024;
    private const int LongestKeyId = 256;

    /// <summary>Of the claim, as tokens spell it; the vendor's prose writes serviceUrl.</summary>
    private const string ServiceUrlClaim = "serviceurl";

    /// <summary>Seconds since 1970, at the end of the year 9999: beyond, no calendar can follow.</summary>
    private const double EndOfTime = 253_402_300_799;

    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512"];

    private static readonly string[] AppClaims = ["appid", "azp"];

    /// <summary>A name that stands twice means one thing to one reader and another to the next.</summary>
    private static readonly JsonDocumentOptions EachNameOnce = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <param name="authorization">The header, whatever it holds.</param>
    /// <returns>Null for everything else. The signature, the lifetime and whose token it is are not looked at.</returns>
    public static BearerToken? Read(string? authorization)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var text = authorization[Scheme.Length..];
        if (text.Length > LongestToken || text.Split('.') is not [var header, var payload, { Length: > 0 } signature] || !IsBase64Url(signature))
        {
            return null;
        }

        try
        {
            using var head = Decode(header);
            using var claims = Decode(payload);
            return ReadKeyId(head.RootElement) is { } keyId ? Read(text, keyId, claims.RootElement) : null;
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static BearerToken? Read(string text, string keyId, JsonElement claims) =>
        HasTimes(claims)
        && Word(claims, "iss") is { } issuer
        && ReadAudience(claims) is { } audience
        && Word(claims, ServiceUrlClaim) is { } serviceUrl
        && !IsFromAnotherApp(claims, audience)
            ? new BearerToken(text, keyId, issuer, audience, serviceUrl)
            : null;

    /// <summary>Of a header without demands of its own: one that must be understood ("crit") is not.</summary>
    private static string? ReadKeyId(JsonElement header) =>
        Algorithms.Contains(Word(header, "alg"), StringComparer.Ordinal)
        && !header.TryGetProperty("crit", out _)
        && Word(header, "kid") is { Length: <= LongestKeyId } keyId
            ? keyId
            : null;

    private static string? ReadAudience(JsonElement claims) =>
        !claims.TryGetProperty("aud", out var audience) ? null
        : audience.ValueKind != JsonValueKind.Array ? Word(audience)
        : audience.GetArrayLength() == 1 ? Word(audience[0])
        : null;

    /// <summary>Other bots (skills) name themselves in "appid", or in "azp" since version 2.0; channels do not.</summary>
    private static bool IsFromAnotherApp(JsonElement claims, string audience) =>
        Array.Exists(AppClaims, name => claims.TryGetProperty(name, out var app) && Word(app) != audience);

    /// <summary>An end, which is not before the beginning where that is told as well.</summary>
    private static bool HasTimes(JsonElement claims) =>
        ReadTime(claims, "exp") is { } end
        && ReadTime(claims, "nbf", unlessTold: 0) is { } begin
        && begin <= end
        && ReadTime(claims, "iat", unlessTold: 0) is not null;

    /// <summary>A number (RFC 7519, 2). Libraries also take a text for one, each in its own way.</summary>
    private static double? ReadTime(JsonElement claims, string name, double? unlessTold = null) =>
        !claims.TryGetProperty(name, out var time) ? unlessTold
        : time.ValueKind == JsonValueKind.Number && time.TryGetDouble(out var seconds) && seconds is >= 0 and <= EndOfTime ? seconds
        : null;

    private static string? Word(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? Word(value) : null;

    private static string? Word(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } word ? word : null;

    /// <exception cref="FormatException">It is no base64url.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    private static JsonDocument Decode(string part) =>
        IsBase64Url(part) ? JsonDocument.Parse(Base64Url.DecodeFromChars(part), EachNameOnce) : throw new FormatException();

    /// <summary>Without the blanks and the padding that decoders forgive.</summary>
    private static bool IsBase64Url(string part) => part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
