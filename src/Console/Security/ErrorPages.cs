using Microsoft.AspNetCore.Builder;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Console.Security;

/// <summary>Friendly pages for people; a program that does not ask for html gets the bare status.</summary>
public static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/errors/500",
            StatusCodeSelector = Status,
            CreateScopeForErrors = true,
        });
        return app.UseWhen(AsksForHtml, people => people.UseStatusCodePagesWithReExecute("/errors/{0}", createScopeForStatusCodePages: true));
    }

    private static int Status(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when Outage.IsBehind(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool AsksForHtml(HttpContext context) =>
        context.Request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
}
