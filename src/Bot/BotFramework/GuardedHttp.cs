using System.Net;
using System.Net.Sockets;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// An HttpClient that calls no private address, whatever a name resolves to (now or the second time), but for a host and
/// port that the operator has listed. It follows no redirect, and goes through no proxy, which would resolve names itself.
/// </summary>
internal static class GuardedHttp
{
    /// <summary>Special-purpose addresses (IANA registries, RFC 6890): none of them is a channel on the internet.</summary>
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
            "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static HttpClient Make(AllowedHosts hosts) => new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = (context, stop) => ConnectAsync(hosts, context.DnsEndPoint, stop),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(50),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
        UseProxy = false,
    })
    {
        MaxResponseContentBufferSize = 1024 * 1024,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(NotPublic, network => network.Contains(plain));
    }

    private static async ValueTask<Stream> ConnectAsync(AllowedHosts hosts, DnsEndPoint to, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellationToken);
        if (addresses.Length == 0 || (!hosts.IsListed(to.Host, to.Port) && !addresses.All(IsPublic)))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The address is not public.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // To the addresses that were looked at: asked once more, the name might say others.
            await socket.ConnectAsync(addresses, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
