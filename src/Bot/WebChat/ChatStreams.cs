using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.WebChat;

/// <summary>
/// How many pages may be on the line at once: of one chat, of one address, and in all. Each holds a connection and looks
/// into the database with every ring; a page that finds no place refreshes itself slowly and asks again.
/// </summary>
public sealed class ChatStreams(IOptions<WebChatOptions> options) : IDisposable
{
    /// <summary>Seconds after which a page that was refused may ask again.</summary>
    public const int RetryAfter = 30;

    private readonly PartitionedRateLimiter<string> _chats = Places<string>(options.Value.StreamsPerChat);
    private readonly PartitionedRateLimiter<IPAddress> _addresses = Places<IPAddress>(options.Value.StreamsPerAddress);
    private readonly PartitionedRateLimiter<int> _all = Places<int>(options.Value.Streams);

    /// <summary>Takes a place until the request ends.</summary>
    /// <returns>Null where there is one; else 429 when the chat or its address holds too many, 503 when there are too many in all.</returns>
    public int? Enter(HttpContext context, ChatKey key) =>
        Take(context, _chats.AttemptAcquire(key.Address), StatusCodes.Status429TooManyRequests)
        ?? Take(context, _addresses.AttemptAcquire(Household.Of(context.Connection.RemoteIpAddress)), StatusCodes.Status429TooManyRequests)
        ?? Take(context, _all.AttemptAcquire(0), StatusCodes.Status503ServiceUnavailable);

    public void Dispose()
    {
        _chats.Dispose();
        _addresses.Dispose();
        _all.Dispose();
    }

    private static int? Take(HttpContext context, RateLimitLease place, int otherwise)
    {
        // Also where none was had: what was taken before it goes back with the request, which ends now.
        context.Response.RegisterForDispose(place);
        return place.IsAcquired ? null : otherwise;
    }

    private static PartitionedRateLimiter<T> Places<T>(int most)
        where T : notnull => PartitionedRateLimiter.Create<T, T>(key => most <= 0
            ? RateLimitPartition.GetNoLimiter(key)
            : RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 }));
}
