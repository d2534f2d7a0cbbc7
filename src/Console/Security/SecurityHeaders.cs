using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SlrtBot.Console.Security;

/// <summary>
/// The headers that every answer carries, errors and files included (OWASP ASVS 5.0, 3.4 and 14.3.2).
/// An endpoint that needs a stricter policy, such as a file, sets its own and is left alone.
/// </summary>
public static class SecurityHeaders
{
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), "
        + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), "
        + "screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

    /// <summary>The same, where a page has a button for the device's position.</summary>
    public static string WithPosition { get; } = Permissions.Replace("geolocation=()", "geolocation=(self)", StringComparison.Ordinal);

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        var production = app.ApplicationServices.GetRequiredService<IWebHostEnvironment>().IsProduction();
        return app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Add(context, production);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Add(HttpContext context, bool production)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Kept(headers.ContentSecurityPolicy, ContentPolicy);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Kept(headers["Permissions-Policy"], Permissions);
        if (production && context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            headers.CacheControl = Kept(headers.CacheControl, "no-store");
            headers.Append("Vary", "HX-Request");
        }
    }

    private static string? Kept(string? set, string otherwise) => string.IsNullOrEmpty(set) ? otherwise : set;
}
