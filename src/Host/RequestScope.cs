namespace SlrtBot.Host;

/// <summary>
/// Puts the number that an error page shows beside the log lines of its request, and nothing else of the request:
/// paths may hold tokens.
/// </summary>
internal sealed class RequestScope(RequestDelegate next, ILogger<RequestScope> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        using (logger.BeginScope(new Dictionary<string, object> { ["RequestId"] = context.TraceIdentifier }))
        {
            await next(context);
        }
    }
}
