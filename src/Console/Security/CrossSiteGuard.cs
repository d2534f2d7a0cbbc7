using Microsoft.AspNetCore.Builder;

namespace SlrtBot.Console.Security;

/// <summary>
/// Refuses what another site's page sends, before anything reads it: the browser itself says so in
/// <c>Sec-Fetch-Site</c> (ASVS 3.5.1). Servers such as a channel's webhook send no such header.
/// </summary>
public static class CrossSiteGuard
{
    public static IApplicationBuilder UseCrossSiteGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        var changes = !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);
        if (changes && context.Request.Headers["Sec-Fetch-Site"] is ["cross-site"])
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
