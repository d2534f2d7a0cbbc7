using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace SlrtBot.Bot.WebChat;

/// <summary>
/// What binds a browser to its conversation: 256 random bits that only the browser keeps; here only their hash is
/// known, as the chat's address. It lives a year, because an answer may take weeks.
/// </summary>
public sealed class ChatCookie(IHostEnvironment environment)
{
    private const int SecretBytes = 32;
    private static readonly TimeSpan Age = TimeSpan.FromDays(365);

    private readonly bool _secure = !environment.IsDevelopment();

    public string Name => _secure ? "__Host-slrt-chat" : "slrt-chat";

    /// <returns>Null where the browser has none, or one that we never made.</returns>
    public ChatKey? Read(HttpContext context) =>
        context.Request.Cookies[Name] is { } value ? ChatKey.Parse(value) : null;

    /// <summary>Reads it, or makes one; either way it lasts a year from now.</summary>
    public ChatKey Ensure(HttpContext context)
    {
        var key = Read(context) ?? new ChatKey(RandomNumberGenerator.GetBytes(SecretBytes));
        context.Response.Cookies.Append(Name, key.Value, Options(Age));
        return key;
    }

    public void Forget(HttpContext context) => context.Response.Cookies.Append(Name, "", Options(TimeSpan.Zero));

    private CookieOptions Options(TimeSpan age) => new()
    {
        HttpOnly = true,
        Secure = _secure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };
}

/// <summary>The secret of one browser, and what follows from it.</summary>
public sealed class ChatKey(byte[] secret)
{
    private const int SecretBytes = 32;
    private const int EncodedLength = 43;

    public string Value { get; } = Base64Url.EncodeToString(secret);

    /// <summary>The chat's address: knowing it does not open the chat.</summary>
    public string Address { get; } = Convert.ToHexStringLower(SHA256.HashData(secret));

    /// <summary>
    /// Proves that a form came from this browser's own page (ASVS 3.5.1). Bound to the year-long cookie, not to a
    /// session: on a small phone the browser is ended between reading and answering.
    /// </summary>
    public string FormToken { get; } = Base64Url.EncodeToString(HMACSHA256.HashData(secret, "slrt.chat.form"u8));

    public static ChatKey? Parse(string value)
    {
        var secret = new byte[SecretBytes];
        return value.Length == EncodedLength && Base64Url.TryDecodeFromChars(value, secret, out var written) && written == SecretBytes
            ? new ChatKey(secret)
            : null;
    }

    public bool Owns(string? formToken) => formToken is not null && CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(formToken), System.Text.Encoding.UTF8.GetBytes(FormToken));
}
