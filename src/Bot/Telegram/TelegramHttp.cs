using System.Net;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// The way to the Bot API for Telegram.Bot. Made by hand instead of by the client factory, which would log every address,
/// and the address holds the token. For the same reason there is no trace activity per call, and redirects are not followed.
/// </summary>
internal sealed class TelegramHttp : DelegatingHandler
{
    private TelegramHttp()
        : base(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(50),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            UseCookies = false,
        })
    {
    }

    public static HttpClient MakeClient() => new(new TelegramHttp())
    {
        MaxResponseContentBufferSize = 32 * 1024 * 1024,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>An answer is longer than this bot can use.</summary>
    public static HttpRequestException TooLong() => new(HttpRequestError.ConfigurationLimitExceeded, "The answer is too long.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } body)
        {
            // Chunked bodies are not understood by every server that speaks the Bot API.
            await body.LoadIntoBufferAsync(cancellationToken);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentLength > TelegramClient.LongestFile)
        {
            response.Dispose();
            throw TooLong();
        }

        return response;
    }
}
