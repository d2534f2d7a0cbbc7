using System.Threading.RateLimiting;

namespace SlrtBot.Console.Live;

/// <summary>
/// How many tabs of one session may listen at once: each looks at its session every few seconds. What is beyond that is a
/// program, or a browser that lost count; its pages work, and are fetched anew when somebody asks for them.
/// </summary>
public sealed class LivePlaces : IDisposable
{
    public const int PerSession = 12;

    /// <summary>Seconds.</summary>
    public const string RetryAfter = "30";

    private readonly PartitionedRateLimiter<Guid> _sessions = PartitionedRateLimiter.Create<Guid, Guid>(session =>
        RateLimitPartition.GetConcurrencyLimiter(session, _ => new ConcurrencyLimiterOptions { PermitLimit = PerSession, QueueLimit = 0 }));

    /// <summary>Takes a place until the request ends.</summary>
    public bool Enter(HttpContext http, Guid session)
    {
        var place = _sessions.AttemptAcquire(session);
        http.Response.RegisterForDispose(place);
        return place.IsAcquired;
    }

    public void Dispose() => _sessions.Dispose();
}
