using SlrtBot.Core.Persistence;

namespace SlrtBot.Host;

/// <summary>
/// While the database does not take a unit, the caller is told to come back: nothing was stored, and a channel that
/// hears 503 delivers again.
/// </summary>
internal sealed class StorageOutage(RequestDelegate next)
{
    private const string Seconds = "15";

    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable
                && context.Response.Headers.RetryAfter.Count == 0)
            {
                context.Response.Headers.RetryAfter = Seconds;
            }

            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        catch (Exception failure) when (Outage.IsBehind(failure) && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
