using Microsoft.AspNetCore.Http;

namespace SlrtBot.Bot.WebChat;

/// <summary>
/// The headers of every answer under <c>/chat</c>, set here because this door may stand alone (OWASP ASVS 5.0, 3.4).
/// The place is the one thing that the page may ask the phone for.
/// </summary>
internal sealed class ChatHeaders : IEndpointFilter
{
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private const string Permissions = "camera=(), display-capture=(), geolocation=(self), microphone=(), payment=(), usb=()";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        return next(context);
    }
}
