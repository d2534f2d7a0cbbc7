using System.Net;

namespace SlrtBot.Host;

/// <summary>
/// Who watches the machine from itself or from its own network. What a proxy passes on that is not trusted is the world's.
/// </summary>
internal static class NearCaller
{
    /// <summary>Loopback, and the networks of an organisation's own (RFC 1918, RFC 4193).</summary>
    private static readonly IPNetwork[] Near =
        [.. new[] { "127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7" }.Select(IPNetwork.Parse)];

    public static bool Is(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } peer
        && Array.Exists(Near, network => network.Contains(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer))
        && !request.Headers.ContainsKey("X-Forwarded-For")
        && !request.Headers.ContainsKey("Forwarded");
}
