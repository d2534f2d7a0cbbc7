using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.WebChat;

/// <summary>
/// Keeps one machine from filling the inbox, and nothing more: what one person may do is the bot's own business.
/// Counts by address, as <see cref="Household"/> says.
/// </summary>
public sealed class ChatLimits(IOptions<WebChatOptions> options) : IDisposable
{
    private const int MostUploads = 16;

    private readonly PartitionedRateLimiter<HttpContext> _beginnings = Bucket(options.Value.NewConversationsPerAddress, TimeSpan.FromMinutes(10));
    private readonly PartitionedRateLimiter<HttpContext> _messages = Bucket(options.Value.MessagesPerAddress, TimeSpan.FromMinutes(1));
    private readonly ConcurrencyLimiter _uploads = new(new ConcurrencyLimiterOptions { PermitLimit = MostUploads, QueueLimit = 256 });

    public bool MayBegin(HttpContext context) => _beginnings.AttemptAcquire(context).IsAcquired;

    public bool MayWrite(HttpContext context) => _messages.AttemptAcquire(context).IsAcquired;

    /// <summary>Waits for a place: photos are held in memory while they are cleaned. Dispose to leave.</summary>
    public ValueTask<RateLimitLease> UploadAsync(CancellationToken cancellationToken) => _uploads.AcquireAsync(1, cancellationToken);

    public void Dispose()
    {
        _beginnings.Dispose();
        _messages.Dispose();
        _uploads.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> Bucket(int most, TimeSpan period) =>
        PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => most <= 0
            ? RateLimitPartition.GetNoLimiter(IPAddress.None)
            : RateLimitPartition.GetTokenBucketLimiter(Household.Of(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = most,
                TokensPerPeriod = Math.Max(1, most / 10),
                ReplenishmentPeriod = period / 10,
                QueueLimit = 0,
            }));
}
