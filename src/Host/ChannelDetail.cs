using System.Net;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Host;

/// <summary>How a channel is doing, as readiness tells it to those who watch the machine.</summary>
/// <param name="Alarm">The code of the open one.</param>
/// <param name="Pending">Messages of ours that wait to go out.</param>
/// <param name="ErrorRate">Of the last 24 hours, 0 to 1.</param>
/// <param name="Token">valid or refused; null where the channel has none, or nothing is known of it yet.</param>
internal sealed record ChannelDetail(
    string State, string? Alarm, DateTime? LastInbound, DateTime? LastOutbound, int Pending, double? ErrorRate, WebhookDetail? Webhook, string? Token,
    DateTime CheckedAt)
{
    /// <summary>Loopback, and the networks of an organisation's own (RFC 1918, RFC 4193).</summary>
    private static readonly IPNetwork[] Near =
        [.. new[] { "127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7" }.Select(IPNetwork.Parse)];

    public static ChannelDetail Of(ChannelHealthRow row) => new(
        Codes.Of(row.Check.State),
        row.Alarm is { } alarm ? Codes.Of(alarm.Kind) : null,
        row.Check.LastReceivedAt,
        row.Check.LastSentAt,
        row.Pending,
        row.ErrorRate,
        row.Check.Webhook is { } url
            ? new WebhookDetail(url, row.Check.ExpectedWebhook, row.Check.WaitingThere ?? 0, row.Check.LastErrorAt, row.Check.LastError)
            : null,
        row.IsTokenValid switch { true => "valid", false => "refused", null => null },
        row.Check.CheckedAt);

    /// <summary>
    /// Anybody may ask whether we are ready; when somebody last wrote to us is not told to the world. What a proxy passes on
    /// that is not trusted is the world's.
    /// </summary>
    public static bool IsFor(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } peer
        && Array.Exists(Near, network => network.Contains(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer))
        && !request.Headers.ContainsKey("X-Forwarded-For")
        && !request.Headers.ContainsKey("Forwarded");
}

/// <param name="Url">Where the channel delivers; empty for nowhere.</param>
/// <param name="ExpectedUrl">Where it should.</param>
/// <param name="Pending">Messages that it could not deliver yet.</param>
internal sealed record WebhookDetail(string Url, string? ExpectedUrl, int Pending, DateTime? LastErrorAt, string? LastError);
