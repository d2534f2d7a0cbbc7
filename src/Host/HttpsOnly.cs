using SlrtBot.Core.Phrases;

namespace SlrtBot.Host;

/// <summary>
/// Outside Development the cookies are <c>Secure</c>: over plain http nobody could sign in, and would only learn it
/// from an error. Files and programs' addresses (health, webhooks) stay open, since a proxy on the same machine calls them.
/// </summary>
internal sealed class HttpsOnly(RequestDelegate next, PhraseBook phrases, HostSettings settings)
{
    private static readonly PathString[] ForPrograms = ["/healthz", "/webhooks", "/api", "/metrics"];

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (context.Request.IsHttps || Path.HasExtension(path) || ForPrograms.Any(p => path.StartsWithSegments(p)))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var address = settings.PublicUrl is { Scheme: "https" } url ? url.ToString() : $"https://{context.Request.Host.Host}/";
        foreach (var language in (string[])["id", "en"])
        {
            await context.Response.WriteAsync(phrases.Get(language, "host.https_only", ("address", address)) + "\n");
        }
    }
}
