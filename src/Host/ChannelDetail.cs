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
}

/// <param name="Url">Where the channel delivers; empty for nowhere.</param>
/// <param name="ExpectedUrl">Where it should.</param>
/// <param name="Pending">Messages that it could not deliver yet.</param>
internal sealed record WebhookDetail(string Url, string? ExpectedUrl, int Pending, DateTime? LastErrorAt, string? LastError);
