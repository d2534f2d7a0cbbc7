using System.Security.Cryptography;
using System.Text;

namespace SlrtBot.Host.Metrics;

/// <summary>Who may see the figures: callers on the machine and in its own network, and whoever shows the token.</summary>
internal static class MetricsPage
{
    private const string Bearer = "Bearer ";

    public static async Task<IResult> GetAsync(
        HttpContext context, MetricsOptions options, MeterReadings readings, StorageFigures storage, CancellationToken cancellationToken)
    {
        if (!NearCaller.Is(context.Request) && !Shows(context.Request, options.Token))
        {
            // Without a token there is nothing for the world here, not even a door.
            if (options.Token is null)
            {
                return Results.NotFound();
            }

            context.Response.Headers.WWWAuthenticate = Bearer.Trim();
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        context.Response.Headers.CacheControl = "no-store";
        var text = PrometheusText.Write([.. readings.Read(), .. await storage.ReadAsync(cancellationToken)]);
        return Results.Text(text, PrometheusText.ContentType);
    }

    private static bool Shows(HttpRequest request, string? token) =>
        token is not null
        && request.Headers.Authorization.ToString() is var shown && shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        // Hashes have one length, so that the time tells nothing of the token's.
        && CryptographicOperations.FixedTimeEquals(Hash(shown[Bearer.Length..].Trim()), Hash(token));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
